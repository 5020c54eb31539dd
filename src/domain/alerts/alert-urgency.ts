import type { AlertKind } from './alert.ts';

/** Good news: no action needed. */
const goodNews: ReadonlySet<AlertKind> = new Set([
  'recovered',
  'reconnect-healed',
  'perks-restored',
  'service-reachable',
]);

/** How prominently a notification is shown. */
export interface Urgency {
  /** `critical` stays on the screen until it is dismissed. */
  readonly urgency: 'low' | 'normal' | 'critical';
  /** It disappears without entering the list of past notifications. */
  readonly transient: boolean;
}

/** Returns the urgency for these kinds: a connection to renew stays on the screen, good news is transient. */
export function urgencyOf(kinds: readonly AlertKind[]): Urgency {
  if (kinds.includes('reconnect-needed')) return { urgency: 'critical', transient: false };
  const isGood = kinds.length > 0 && kinds.every((kind) => goodNews.has(kind));
  return isGood ? { urgency: 'low', transient: true } : { urgency: 'normal', transient: false };
}
