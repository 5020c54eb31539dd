import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { noOwnActions, type OwnActions } from './own-actions.ts';
import type { Print } from './print.ts';
import { reportedKindOf } from './print-alert.ts';
import type { ShownPrintAlert } from './print-budget.ts';
import type { PrintAlerts, PrintCandidate } from './print-candidates.ts';
import { type PrintStatus, printNotYetRequested } from './print-status.ts';
import { isTroubleOver } from './trouble-over.ts';

/** The alert state of all prints. Plain data; times are server time, UTC. */
export interface PrintAlertState {
  readonly printers: Readonly<Record<PrinterId, PrintAlerts>>;
  /** The new notifications of the last day. */
  readonly shown: readonly ShownPrintAlert[];
}

/** The part of one printer's print state that survives a restart. */
export interface KeptPrint {
  /** The running or the last print; null when none was seen. */
  readonly print: Print | null;
  /** When the printer last reported anything about its prints. */
  readonly seenAt: Instant;
  readonly notified: PrintAlerts['notified'];
  readonly own: OwnActions;
  /** New notifications about it in the last day. */
  readonly shown: readonly Omit<ShownPrintAlert, 'printers' | 'again'>[];
}

export type KeptPrints = Readonly<Record<PrinterId, KeptPrint>>;

export const noPrintAlerts: PrintAlertState = { printers: {}, shown: [] };

/** Returns the state after a start at `at`: no notification is repeated, and the last known print is checked again. */
export function printsRestored(kept: KeptPrints, at: Instant): PrintAlertState {
  const printers = Object.entries(kept).map(([id, { print, seenAt, notified, own }]): [PrinterId, PrintAlerts] => [
    id,
    {
      status: printNotYetRequested(at, print),
      isCurrent: false,
      seenBefore: seenAt,
      notified,
      ofFormer: {},
      over: {},
      own,
    },
  ]);
  return { printers: Object.fromEntries(printers), shown: shownBefore(kept) };
}

/** Merges entries with the same time: those printers shared a notification. */
function shownBefore(kept: KeptPrints): readonly ShownPrintAlert[] {
  const shown = new Map<string, { at: Instant; isTrouble: boolean; again: false; printers: PrinterId[] }>();
  for (const [id, known] of Object.entries(kept)) {
    for (const { at, isTrouble } of known.shown) {
      const before = shown.get(`${at} ${isTrouble}`);
      if (before === undefined) shown.set(`${at} ${isTrouble}`, { at, isTrouble, again: false, printers: [id] });
      else before.printers.push(id);
    }
  }
  return [...shown.values()].sort((one, other) => one.at - other.at);
}

/** Returns the part of the state to save for the next start. */
export function keptPrintsOf({ printers, shown }: PrintAlertState): KeptPrints {
  const shownOf = new Map<PrinterId, KeptPrint['shown'][number][]>();
  for (const { at, isTrouble, again, printers: those } of shown) {
    // After a restart nothing begins again.
    if (again) continue;
    for (const id of those) shownOf.set(id, [...(shownOf.get(id) ?? []), { at, isTrouble }]);
  }
  const kept = Object.entries(printers).flatMap(
    ([id, { status, seenBefore, notified, own }]): [PrinterId, KeptPrint][] => {
      const seenAt = status.kind === 'unknown' ? seenBefore : status.confirmedAt;
      return seenAt === null
        ? []
        : [[id, { print: status.print, seenAt, notified, own, shown: shownOf.get(id) ?? [] }]];
    },
  );
  return Object.fromEntries(kept);
}

/** Returns the state after a response resulted in `status` for a printer. */
export function printObserved(state: PrintAlertState, id: PrinterId, status: PrintStatus): PrintAlertState {
  const before = state.printers[id];
  const known = printAlertsAfter(before, status);
  return known === before ? state : { ...state, printers: { ...state.printers, [id]: known } };
}

/**
 * Returns a printer's alerts after a response resulted in `status`. Only responses about its print count as sightings.
 */
export function printAlertsAfter(before: PrintAlerts | undefined, status: PrintStatus): PrintAlerts {
  if (before?.status === status) return before;
  const isOther = before !== undefined && before.status.print?.seenAt !== status.print?.seenAt;
  const lastSeen = before === undefined || before.status.kind === 'unknown' ? null : before.status.confirmedAt;
  const seenBefore = isOther ? (lastSeen ?? before.seenBefore) : (before?.seenBefore ?? null);
  const wasConfirmed = before !== undefined && before.status.confirmedAt === status.confirmedAt;
  const { notified, ofFormer } = inOrder(notifiedBefore(before, status), before?.ofFormer ?? {}, status);
  return {
    status,
    isCurrent: wasConfirmed ? before.isCurrent : true,
    seenBefore,
    notified,
    ofFormer,
    over: before === undefined ? {} : overAfter({ ...before, notified }, status),
    own: before?.own ?? noOwnActions,
  };
}

/**
 * Returns what has been reported and need not be again. A missing login is reported once until one works, even if the
 * app is restarted meanwhile.
 */
function notifiedBefore(before: PrintAlerts | undefined, status: PrintStatus): PrintAlerts['notified'] {
  const { 'no-login': noLogin, ...others } = before?.notified ?? {};
  if (noLogin === undefined || isTroubleOver('printer-not-answering', null, status)) return others;
  const isRestarted = status.kind === 'no-login' && before?.status.kind === 'unknown';
  return { ...others, 'no-login': isRestarted ? status.since : noLogin };
}

/**
 * Drops what was reported about prints that seem to have come after the latest one: they were seen when the server's
 * time was wrong, and would hide the latest one's news. What concerns the print before it is remembered separately.
 */
function inOrder(
  notified: PrintAlerts['notified'],
  ofFormer: PrintAlerts['ofFormer'],
  { kind, since, print, former }: PrintStatus,
): Pick<PrintAlerts, 'notified' | 'ofFormer'> {
  const entries = Object.entries(notified);
  const isLater = ([reported, once]: (typeof entries)[number]) =>
    reported === 'no-login' ? kind === 'no-login' && once > since : print !== null && once > print.seenAt;
  const isOfFormer = ([, once]: (typeof entries)[number]) => once === former?.seenAt;
  const later = entries.filter(isLater);
  if (later.length === 0) return { notified, ofFormer };
  return {
    notified: Object.fromEntries(entries.filter((entry) => !isLater(entry))),
    ofFormer: Object.fromEntries([...Object.entries(ofFormer), ...later].filter(isOfFormer)),
  };
}

/** The kinds that are shown again if they begin again during the same print. */
const recurring = ['print-failed', 'print-paused', 'gadget-paused', 'printer-not-answering'] as const;

function overAfter({ notified, over }: PrintAlerts, status: PrintStatus): PrintAlerts['over'] {
  const ended = recurring.filter((kind) => {
    const reported = notified[kind];
    return reported !== undefined && over[kind] !== reported && isTroubleOver(kind, reported, status);
  });
  return ended.length === 0 ? over : { ...over, ...Object.fromEntries(ended.map((kind) => [kind, notified[kind]])) };
}

/** After sleep or a network outage, earlier responses confirm nothing. */
export function printsInterrupted(state: PrintAlertState): PrintAlertState {
  const printers = Object.entries(state.printers).map(([id, known]): [PrinterId, PrintAlerts] => [
    id,
    { ...known, isCurrent: false },
  ]);
  return { ...state, printers: Object.fromEntries(printers) };
}

/** Records the user's own actions on a printer's print in this app, whose results are not reported. */
export function printOwnActions(state: PrintAlertState, id: PrinterId, own: OwnActions): PrintAlertState {
  const known = state.printers[id];
  return known === undefined ? state : { ...state, printers: { ...state.printers, [id]: { ...known, own } } };
}

/** Drops a printer that was removed or reconnected. */
export function printForgotten(state: PrintAlertState, id: PrinterId): PrintAlertState {
  const { [id]: _forgotten, ...printers } = state.printers;
  return { ...state, printers };
}

/** Returns the state after `candidate` was reported, or skipped because the user does not want it. */
export function printNotified(state: PrintAlertState, candidate: PrintCandidate): PrintAlertState {
  const { printer, once } = candidate;
  const reported = reportedKindOf(candidate);
  const known = state.printers[printer];
  if (known === undefined) return state;
  const notified = { ...known.notified, [reported]: Math.max(once, known.notified[reported] ?? 0) };
  const { [reported]: _begunAgain, ...over } = known.over;
  return { ...state, printers: { ...state.printers, [printer]: { ...known, notified, over } } };
}
