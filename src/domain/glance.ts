import { claims, type ShownStatus } from './shown-status.ts';
import type { Instant } from './time.ts';

/** What the one tray icon shows: the worst of all printers, or `none` while there are no printers. */
export type GlanceState = ShownStatus | 'none';

/** What the glance needs to know of a printer. */
export interface GlancePrinter {
  readonly name: string;
  readonly status: ShownStatus;
  /** The status is only the last known one. */
  readonly stale: boolean;
  /** When the last usable answer came, UTC; null or absent when there was none. */
  readonly answeredAt?: Instant | null;
}

/**
 * What stands between this computer and OctoEverywhere: nothing, no network at all, or a network that answers in its
 * place and so may want a sign-in first.
 */
export type GlanceNetwork = 'up' | 'down' | 'sign-in';

/** From worst to best: what asks most for the user comes first. A printer that is off counts only where all are. */
export const worstFirst: readonly ShownStatus[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
  'off',
];

/** Kinds of trouble, which are all named, however bad the worst is. */
const troubles: ReadonlySet<ShownStatus> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
]);

/** Whether the state asks for the user, or leaves open whether it should. */
export function isTrouble(status: ShownStatus): boolean {
  return troubles.has(status);
}

/** Printers that have the same state. */
export interface GlanceGroup {
  readonly kind: ShownStatus;
  readonly names: readonly string[];
}

/** What there is to say about all printers together. */
export type GlanceSummary =
  | { readonly kind: 'no-printers' | 'computer-offline' | 'network-sign-in' | 'all-off' }
  | {
      readonly kind: 'printers';
      readonly state: ShownStatus;
      /** Nothing proves the state any more: it is only the last known one. */
      readonly stale: boolean;
      /** When the oldest answer came on which a stale state rests, UTC; null when there was none. */
      readonly answeredAt: Instant | null;
      /** Every kind of trouble, the worst first; without trouble those of the one state. */
      readonly groups: readonly GlanceGroup[];
      /** Printers that are not off, and those that are. */
      readonly counted: number;
      readonly off: number;
      /** The one printer, if there is one alone. */
      readonly only: string | null;
    };

/**
 * Sums up all printers. The state is stale when any of the printers whose state it shows is: green claims that all are
 * connected, amber counts those that are not.
 */
export function summaryOf(printers: readonly GlancePrinter[], network: GlanceNetwork): GlanceSummary {
  const [first] = printers;
  if (first === undefined) return { kind: 'no-printers' };
  if (network === 'down') return { kind: 'computer-offline' };
  if (network === 'sign-in') return { kind: 'network-sign-in' };
  const counted = printers.filter(({ status }) => status !== 'off');
  if (counted.length === 0 && printers.length > 1) return { kind: 'all-off' };
  const state = worstFirst.find((status) => printers.some((printer) => printer.status === status)) ?? 'unknown';
  const unproved = counted.filter((printer) => printer.status === state && printer.stale);
  const answers = unproved.flatMap(({ answeredAt }) => answeredAt ?? []);
  const kinds = troubles.has(state) ? worstFirst.filter((kind) => troubles.has(kind)) : [state];
  const groups = kinds
    .map((kind) => ({ kind, names: counted.filter(({ status }) => status === kind).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  return {
    kind: 'printers',
    state,
    stale: claims.has(state) && unproved.length > 0,
    answeredAt: answers.length === 0 ? null : Math.min(...answers),
    groups,
    counted: counted.length,
    off: printers.length - counted.length,
    only: printers.length === 1 ? first.name : null,
  };
}
