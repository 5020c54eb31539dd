import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import { isOwnCancel, isOwnPause, type OwnActions } from './own-actions.ts';
import type { Print } from './print.ts';
import type { PrintAlertKind, PrintNews } from './print-alert.ts';
import type { PrintStatus } from './print-status.ts';

/** Something about a print that the user may have to be notified of. Moments are server time, UTC. */
export interface PrintCandidate extends PrintNews {
  readonly kind: PrintAlertKind;
  /** What it is reported once for: the print, by when that was first seen, or the spell of a printer without a login. */
  readonly once: Instant;
  /** An answer from this moment on confirms it. */
  readonly dueAt: Instant;
  /** The last answer that said so; null when there was none since the last interruption. */
  readonly confirmedAt: Instant | null;
  /** It is over and stays true, whatever the printer says next. */
  readonly isPast: boolean;
}

/** What alerting knows of one printer's prints. Plain data; all but `status` and `isCurrent` outlives the app. */
export interface PrintAlerts {
  readonly status: PrintStatus;
  /** Whether the status was confirmed since the last interruption. */
  readonly isCurrent: boolean;
  /** When the printer was last seen before the print that is there now; null when that is the first it was seen with. */
  readonly seenBefore: Instant | null;
  /** What was reported, or passed over: of each kind the last. */
  readonly notified: Readonly<Partial<Record<PrintAlertKind, Instant>>>;
  readonly own: OwnActions;
}

type Timing = Pick<Intervals, 'secondLook' | 'confirmRefusal' | 'printing' | 'together'>;

/** A printer that is off for less, as one that is restarted, is no news: in minutes between requests about a print. */
const longestRestart = 5;

/** So long after the user's own click what it did is no news: the printer takes its time. */
const ownWork = 5;

/** Layers after which the first ones are known to hold. */
const firstLayers = 3;

/** Ends that lie further back are history, not news. */
const longestNews: Milliseconds = 24 * 60 * MINUTE;

/** What there is to say of a printer's prints, due or about to be. What was reported of a print is not said again. */
export function printCandidatesOf(
  printer: PrinterId,
  known: PrintAlerts,
  at: Instant,
  rules: Timing,
): readonly PrintCandidate[] {
  const { status, notified } = known;
  const { print, former } = status;
  const found = [
    ...(former === null ? [] : endOf(printer, former, known, at, rules)),
    ...(print === null ? [] : endOf(printer, print, known, at, rules)),
    ...(print === null ? [] : runningNews(printer, print, known, rules)),
    ...troubleOf(printer, known, rules),
  ];
  return found.filter(({ kind, once }) => (notified[kind] ?? Number.NEGATIVE_INFINITY) < once);
}

function endOf(
  printer: PrinterId,
  print: Print,
  known: PrintAlerts,
  at: Instant,
  rules: Timing,
): readonly PrintCandidate[] {
  const { ended } = print;
  if (ended === null || ended.result === 'unknown' || at - ended.at > longestNews) return [];
  // Of a print that had ended before the printer was ever seen nobody wants to hear; nor of what was old when it was found.
  const wasSeenRunning = print.seenAt < ended.foundAt;
  const isSince = known.seenBefore !== null && ended.at >= known.seenBefore;
  if (!wasSeenRunning && !isSince) return [];
  const isOwn = isOwnCancel(known.own, ended.foundAt, ownWork * rules.printing);
  if (ended.result === 'cancelled' && isOwn) return [];
  const kind = `print-${ended.result}` as const;
  const duration = print.duration ?? ended.at - print.startedAt;
  return [
    {
      ...newsOf(printer, print, ended.at),
      kind,
      about: !ended.exact,
      duration,
      dueAt: ended.foundAt + rules.secondLook,
      confirmedAt: known.isCurrent ? known.status.confirmedAt : null,
      isPast: true,
    },
  ];
}

function runningNews(printer: PrinterId, print: Print, known: PrintAlerts, rules: Timing): readonly PrintCandidate[] {
  if (print.ended !== null) return [];
  const { status, isCurrent, seenBefore } = known;
  const isRunning = ['warming-up', 'printing', 'paused', 'finishing'].includes(status.kind);
  if (!isRunning) return [];
  const confirmedAt = isCurrent ? status.confirmedAt : null;
  const seen = { ...newsOf(printer, print, status.since), confirmedAt, isPast: false };
  const found: PrintCandidate[] = [];
  const { warnedAt, pausedAt } = print.gadget;
  if (warnedAt !== null) found.push({ ...seen, kind: 'gadget-warning', since: warnedAt, dueAt: warnedAt });
  if (status.kind === 'paused') {
    const isGadgets = pausedAt !== null && pausedAt >= status.since - 2 * rules.printing;
    const isOwn = isOwnPause(known.own, status.since, ownWork * rules.printing);
    const dueAt = status.since + rules.secondLook;
    if (isGadgets) found.push({ ...seen, kind: 'gadget-paused', since: pausedAt, dueAt });
    else if (!isOwn) found.push({ ...seen, kind: 'print-paused', dueAt });
  }
  const isNew = seenBefore !== null && print.startedAt >= seenBefore - rules.printing;
  const startedAt = print.startedAt;
  if (isNew) found.push({ ...seen, kind: 'print-started', since: startedAt, dueAt: print.seenAt + rules.secondLook });
  const { layer, firstLayer } = print;
  const wasLower = firstLayer !== null && firstLayer < firstLayers;
  if (wasLower && layer !== null && layer >= firstLayers) {
    found.push({ ...seen, kind: 'first-layers-done', since: print.lastAt, dueAt: print.lastAt });
  }
  return found;
}

/** 785 for five minutes in the midst of a print, or 789: the printer is in trouble, and its print with it. */
function troubleOf(printer: PrinterId, known: PrintAlerts, rules: Timing): readonly PrintCandidate[] {
  const { status, isCurrent } = known;
  const { print, kind, since } = status;
  const confirmedAt = isCurrent ? status.confirmedAt : null;
  const running = print?.ended === null ? print : null;
  const common = { kind: 'printer-not-answering', since, confirmedAt, isPast: false } as const;
  if (kind === 'no-login') {
    const nothing = { printer, about: false, fileName: null, duration: null, words: null };
    const news = running === null ? nothing : newsOf(printer, running, since);
    return [{ ...news, ...common, noLogin: true, once: since, dueAt: since + rules.confirmRefusal }];
  }
  if (kind !== 'not-answering' || running === null || isTimeUp(running, since, rules)) return [];
  return [{ ...newsOf(printer, running, since), ...common, dueAt: since + longestRestart * rules.printing }];
}

/** A printer that is switched off when its print is done does not fail. */
function isTimeUp({ finish, progress }: Print, at: Instant, rules: Timing): boolean {
  return progress === 100 || (finish !== null && finish.at <= at + 2 * rules.printing);
}

function newsOf(printer: PrinterId, print: Print, since: Instant) {
  const { fileName, duration, words, seenAt } = print;
  return { printer, since, about: false, fileName, duration, words, noLogin: false, once: seenAt };
}
