import { claims, type ShownStatus } from './shown-status.ts';
import type { Instant } from './time.ts';

/** What the tray icon shows: the worst status of all printers, or `none` without printers. */
export type GlanceState = ShownStatus | 'none';

/** What the glance needs to know about a printer. */
export interface GlancePrinter {
  readonly name: string;
  readonly status: ShownStatus;
  /** The status is only the last known one. */
  readonly stale: boolean;
  /** When the last usable response arrived, UTC; null or absent when there was none. */
  readonly answeredAt?: Instant | null;
}

/**
 * The network between this computer and OctoEverywhere: working, absent, or a captive portal that requires a sign-in.
 */
export type GlanceNetwork = 'up' | 'down' | 'sign-in';

/** From worst to best, by how much they need the user's attention. `off` counts only when all printers are off. */
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

/** The statuses that are problems; the summary names all of them, not only the worst. */
const troubles: ReadonlySet<ShownStatus> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
]);

/** Whether the status needs the user's attention, or may need it. */
export function isTrouble(status: ShownStatus): boolean {
  return troubles.has(status);
}

/** Printers that have the same status. */
export interface GlanceGroup {
  readonly kind: ShownStatus;
  readonly names: readonly string[];
}

/** The summary of all printers. */
export type GlanceSummary =
  | { readonly kind: 'no-printers' | 'computer-offline' | 'network-sign-in' | 'all-off' }
  | {
      readonly kind: 'printers';
      readonly state: ShownStatus;
      /** The state is no longer confirmed: it is only the last known one. */
      readonly stale: boolean;
      /** The oldest response that a stale state is based on, UTC; null when there was none. */
      readonly answeredAt: Instant | null;
      /** Every kind of problem, worst first; without problems the group of the one state. */
      readonly groups: readonly GlanceGroup[];
      /** How many printers are not off, and how many are. */
      readonly counted: number;
      readonly off: number;
      /** The name of the printer if there is only one; null otherwise. */
      readonly only: string | null;
    };

/**
 * Summarises all printers. The state is stale when it is for any printer that has it: green claims that all are
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
  const responses = unproved.flatMap(({ answeredAt }) => answeredAt ?? []);
  const kinds = troubles.has(state) ? worstFirst.filter((kind) => troubles.has(kind)) : [state];
  const groups = kinds
    .map((kind) => ({ kind, names: counted.filter(({ status }) => status === kind).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  return {
    kind: 'printers',
    state,
    stale: claims.has(state) && unproved.length > 0,
    answeredAt: responses.length === 0 ? null : Math.min(...responses),
    groups,
    counted: counted.length,
    off: printers.length - counted.length,
    only: printers.length === 1 ? first.name : null,
  };
}
