import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import { gadgetPause, ranUntil, recentWarning } from './gadget-concern.ts';
import { isOwnCancel, isOwnPause, type OwnActions } from './own-actions.ts';
import type { Print } from './print.ts';
import { type PrintAlertEvent, type PrintAlertKind, type ReportedKind, reportedKindOf } from './print-alert.ts';
import type { PrintStatus } from './print-status.ts';

/** Something about a print that the user may have to be notified about. Times are server time, UTC. */
export interface PrintCandidate extends PrintAlertEvent {
  readonly kind: PrintAlertKind;
  /** Reported once per value: when the print was first seen, or since when the printer has been without a login. */
  readonly once: Instant;
  /** A response from this time on confirms it. */
  readonly dueAt: Instant;
  /** The last response that showed it; null when there was none since the last interruption. */
  readonly confirmedAt: Instant | null;
  /** It is a past event, which stays true whatever the printer reports next. */
  readonly isPast: boolean;
  /** It was reported, was over and has begun again. */
  readonly again: boolean;
}

/** The alert state of one printer's prints. Plain data; the print, `seenBefore` and `notified` survive a restart. */
export interface PrintAlerts {
  readonly status: PrintStatus;
  /** Whether the status was confirmed since the last interruption. */
  readonly isCurrent: boolean;
  /** When the printer was last seen before its current print; null if it was first seen with that print. */
  readonly seenBefore: Instant | null;
  /** The last print, or missing login, of each kind that was reported or skipped. */
  readonly notified: Readonly<Partial<Record<ReportedKind, Instant>>>;
  /** The same for those of them that were seen to be over since. */
  readonly over: Readonly<Partial<Record<ReportedKind, Instant>>>;
  /** What was reported about the print before the latest one, if it seems to have come after that. */
  readonly ofFormer: Readonly<Partial<Record<ReportedKind, Instant>>>;
  readonly own: OwnActions;
}

type Timing = Pick<Intervals, 'confirmAfter' | 'confirmRefusal' | 'printing' | 'together'>;

/** How long a printer has to be off before that is reported, so that a restart is not; in polls of a running print. */
const longestRestart = 5;

/** How long after the user's own action its effect is not reported; in polls of a running print. */
const ownWork = 5;

/** From this layer on the first layers count as done. */
const firstLayers = 3;

/** A beginning is known to within this time; otherwise it is not stated. */
const exactlyWithin: Milliseconds = 2 * MINUTE;

/** Ends longer ago than this are not reported. */
const longestNews: Milliseconds = 24 * 60 * MINUTE;

type NewCandidate = Omit<PrintCandidate, 'again'>;

/**
 * Returns the candidates about a printer's prints, due or pending, except those already reported, unless they were over
 * meanwhile.
 */
export function printCandidatesOf(
  printer: PrinterId,
  known: PrintAlerts,
  at: Instant,
  rules: Timing,
): readonly PrintCandidate[] {
  const { status, notified, ofFormer, over } = known;
  const { print, former } = status;
  const endOfFormer = former === null ? [] : endOf(printer, former, known, at, rules);
  const found = [
    ...endOfFormer.filter((one) => ofFormer[reportedKindOf(one)] !== one.once),
    ...(print === null ? [] : endOf(printer, print, known, at, rules)),
    ...(print === null ? [] : runningNews(printer, print, known, rules)),
    ...troubleOf(printer, known, rules),
  ];
  return found.flatMap((one) => {
    const reported = reportedKindOf(one);
    const isNew = (notified[reported] ?? Number.NEGATIVE_INFINITY) < one.once;
    return isNew || over[reported] === one.once ? [{ ...one, again: !isNew }] : [];
  });
}

function endOf(
  printer: PrinterId,
  print: Print,
  known: PrintAlerts,
  at: Instant,
  rules: Timing,
): readonly NewCandidate[] {
  const { ended } = print;
  if (ended === null || ended.result === 'unknown' || at - ended.at > longestNews) return [];
  // A print that had ended before the printer was first seen, or long before it was noticed, is not worth reporting.
  const wasSeenRunning = print.seenAt !== ended.foundAt;
  const isSince = known.seenBefore !== null && ended.at >= known.seenBefore;
  if (!wasSeenRunning && !isSince) return [];
  // Some printers report a cancellation as an error.
  const isOwn = isOwnCancel(known.own, ended.foundAt, ownWork * rules.printing);
  if (ended.result !== 'finished' && isOwn) return [];
  const kind = `print-${ended.result}` as const;
  const duration = print.duration ?? ended.at - print.startedAt;
  return [
    {
      ...eventOf(printer, print, ended.at),
      kind,
      about: !ended.exact,
      duration,
      dueAt: ended.foundAt + rules.confirmAfter,
      confirmedAt: known.isCurrent ? known.status.confirmedAt : null,
      isPast: true,
    },
  ];
}

function runningNews(printer: PrinterId, print: Print, known: PrintAlerts, rules: Timing): readonly NewCandidate[] {
  if (print.ended !== null) return [];
  const { status, isCurrent, seenBefore } = known;
  const isRunning = ['warming-up', 'printing', 'paused', 'finishing'].includes(status.kind);
  if (!isRunning) return [];
  const confirmedAt = isCurrent ? status.confirmedAt : null;
  const seen = { ...eventOf(printer, print, status.since), confirmedAt, isPast: false };
  const found: NewCandidate[] = [];
  const warnedAt = recentWarning(print, status.confirmedAt);
  if (warnedAt !== null) found.push({ ...seen, kind: 'gadget-warning', since: warnedAt, dueAt: warnedAt });
  if (status.kind === 'paused') {
    const pausedAt = gadgetPause(status);
    const isOwn = isOwnPause(known.own, ranUntil(print, status.since), status.since, ownWork * rules.printing);
    const dueAt = status.since + rules.confirmAfter;
    if (pausedAt !== null) found.push({ ...seen, kind: 'gadget-paused', since: pausedAt, dueAt });
    else if (!isOwn) found.push({ ...seen, kind: 'print-paused', about: isUnseen(print.ranAt, status.since), dueAt });
  }
  const isNew = seenBefore !== null && print.startedAt >= seenBefore - rules.printing;
  const startedAt = print.startedAt;
  if (isNew) found.push({ ...seen, kind: 'print-started', since: startedAt, dueAt: print.seenAt + rules.confirmAfter });
  const { layer, firstLayer } = print;
  const wasLower = firstLayer !== null && firstLayer < firstLayers;
  if (wasLower && layer !== null && layer >= firstLayers) {
    found.push({ ...seen, kind: 'first-layers-done', since: print.lastAt, dueAt: print.lastAt });
  }
  return found;
}

/** A problem of the printer, and so of its print: 785 for five minutes during a print, or 789. */
function troubleOf(printer: PrinterId, known: PrintAlerts, rules: Timing): readonly NewCandidate[] {
  const { status, isCurrent } = known;
  const { print, kind, since } = status;
  const confirmedAt = isCurrent ? status.confirmedAt : null;
  const running = print?.ended === null ? print : null;
  const common = { kind: 'printer-not-answering', since, confirmedAt, isPast: false } as const;
  if (kind === 'no-login') {
    const nothing = { printer, about: false, fileName: null, duration: null, words: null, seenAt: null };
    const events = running === null ? nothing : eventOf(printer, running, since);
    return [{ ...events, ...common, noLogin: true, once: since, dueAt: since + rules.confirmRefusal }];
  }
  if (kind !== 'not-answering' || running === null || isTimeUp(running, since, rules)) return [];
  const about = isUnseen(running.lastAt, since);
  return [{ ...eventOf(printer, running, since), ...common, about, dueAt: since + longestRestart * rules.printing }];
}

/** Whether a state may have begun long before `since`: until `lastAt`, which is null for never, it was seen otherwise. */
function isUnseen(lastAt: Instant | null, since: Instant): boolean {
  return lastAt === null || since - lastAt > exactlyWithin;
}

/** Whether the print was about to end: a printer that is switched off afterwards is not a problem. */
function isTimeUp({ finish, progress }: Print, at: Instant, rules: Timing): boolean {
  return progress === 100 || (finish !== null && finish.at <= at + 2 * rules.printing);
}

function eventOf(printer: PrinterId, print: Print, since: Instant) {
  const { fileName, duration, words, seenAt } = print;
  return { printer, since, about: false, fileName, duration, words, noLogin: false, seenAt, once: seenAt };
}
