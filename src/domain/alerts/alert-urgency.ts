import type { AlertKind } from './alert.ts';

/** What is good to know and asks for nothing. */
const goodNews: ReadonlySet<AlertKind> = new Set([
  'recovered',
  'reconnect-healed',
  'perks-restored',
  'service-reachable',
]);

/** How much a notification wants to be seen. */
export interface Urgency {
  /** `critical` stays on the screen until it is dismissed. */
  readonly urgency: 'low' | 'normal' | 'critical';
  /** It goes by, and stays in no list of past notifications. */
  readonly transient: boolean;
}

/**
 * How much a notification about these kinds wants to be seen: a connection that has to be made again waits for its user,
 * good news only passes.
 */
export function urgencyOf(kinds: readonly AlertKind[]): Urgency {
  if (kinds.includes('reconnect-needed')) return { urgency: 'critical', transient: false };
  const isGood = kinds.length > 0 && kinds.every((kind) => goodNews.has(kind));
  return isGood ? { urgency: 'low', transient: true } : { urgency: 'normal', transient: false };
}
