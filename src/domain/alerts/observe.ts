import type { Intervals } from '../intervals.ts';
import { type Link, type Outage, outagesAfter } from '../link.ts';
import type { PollOutcome } from '../outcome.ts';
import { linkReport, type PrinterStatus } from '../status.ts';
import type { Instant } from '../time.ts';
import { type Condition, type KeptAlerts, nothingKept, type PrinterAlerts, type Run, unseen } from './alert-state.ts';

/** Outages are stored for twice the time in which they count towards an unstable connection, at most this many. */
const mostOutages = 100;

/** Returns a printer's alert state right after `outcome` arrived at `at` and resulted in `status`. */
export function observed(
  before: PrinterAlerts | undefined,
  status: PrinterStatus,
  outcome: PollOutcome,
  at: Instant,
  intervals: Pick<Intervals, 'unstableTime' | 'recoveryHold'>,
): PrinterAlerts {
  const printer = before ?? unseen(nothingKept);
  const kind = runOf(outcome);
  if (kind === null) return { ...printer, attemptedAt: at };
  const seen: PrinterAlerts = {
    ...printer,
    run: nextRun(printer.run, kind, at),
    answeredAt: at,
    attemptedAt: at,
    kept: afterRun(printer.kept, kind),
  };
  const report = linkReport(outcome);
  if (report === null || status.link === null) return seen;
  const goesOn = printer.link !== null && printer.link.state === status.link.state;
  const outages = recent(
    outagesAfter(printer.kept.outages, printer.link, status.link, report),
    at,
    intervals.unstableTime,
  );
  const looks = goesOn && printer.looks !== null ? { ...printer.looks, lastAt: at } : { firstAt: at, lastAt: at };
  return {
    ...seen,
    link: status.link,
    looks,
    kept: afterLink(seen.kept, outages, printer.link, status.link, intervals),
  };
}

function runOf(outcome: PollOutcome): Run['kind'] | null {
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected':
      return 'accepted';
    case 'perks-needed':
      return 'perks';
    case 'update-needed':
      return 'update';
    case 'refused':
    case 'token-lost':
      return outcome.kind;
    case 'no-answer':
      return null;
  }
}

function nextRun(before: Run | null, kind: Run['kind'], at: Instant): Run {
  if (before?.kind === kind) return { ...before, lastAt: at, current: true };
  return { kind, firstAt: at, lastAt: at, current: true, afterAt: before?.lastAt ?? null };
}

/** An updated plugin needs no notification, but the next outdated one is reported again. */
function afterRun(kept: KeptAlerts, kind: Run['kind']): KeptAlerts {
  return kind === 'accepted' && kept.open.update !== undefined ? closed(kept, 'update') : kept;
}

/** Removes the open alert of that condition: its end was reported, or need not be. */
export function closed(kept: KeptAlerts, condition: Condition): KeptAlerts {
  const { [condition]: _ended, ...open } = kept.open;
  return { ...kept, open };
}

/** A disconnection after the printer was back for a while is a new one: the end of the previous one goes unreported. */
function afterLink(
  kept: KeptAlerts,
  outages: readonly Outage[],
  before: Link | null,
  after: Link,
  intervals: Pick<Intervals, 'recoveryHold'>,
): KeptAlerts {
  const next = sameOutages(outages, kept.outages) ? kept : { ...kept, outages };
  if (after.state !== 'down' || kept.open.loss === undefined) return next;
  const begun = outages.at(-1);
  if (next === kept || begun === undefined || begun.from !== after.since || begun.from <= kept.open.loss.at)
    return next;
  const backSince = before?.state === 'up' ? before.since : outages.at(-2)?.to;
  const wasBack = typeof backSince === 'number' && after.since - backSince >= intervals.recoveryHold;
  return wasBack ? { ...next, open: { ...next.open, loss: { ...kept.open.loss, isOver: true } } } : next;
}

function sameOutages(one: readonly Outage[], other: readonly Outage[]): boolean {
  return one === other || (one.length === other.length && one.every((outage, index) => outage === other[index]));
}

function recent(outages: readonly Outage[], at: Instant, unstableTime: number): readonly Outage[] {
  return outages.filter(({ to }) => to === null || to > at - 2 * unstableTime).slice(-mostOutages);
}
