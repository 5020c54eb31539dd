import { type Instant, isAhead, notAhead } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintAlerts } from './print-candidates.ts';
import type { PrintStatus } from './print-status.ts';

/**
 * Returns a printer's alerts as they were before a response at `at` (server time, UTC). Times ahead of it come from a
 * server time that was wrong: until then a later print would seem to have been reported already. All of them become
 * `at`, so that what belongs to the same print still does.
 */
export function printAlertsNotAhead(known: PrintAlerts, at: Instant): PrintAlerts {
  const { status, seenBefore, notified, over, own } = known;
  const moments = [
    ...momentsOf(status),
    seenBefore,
    ...Object.values(notified),
    ...Object.values(over),
    ...Object.values(own),
  ];
  if (!moments.some((moment) => isAhead(moment, at))) return known;
  const past = <Moment extends Instant | null>(moment: Moment) => notAhead(moment, at);
  const allPast = <Kept extends object>(kept: Kept): Kept =>
    Object.fromEntries(Object.entries(kept).map(([name, moment]) => [name, past(moment)])) as Kept;
  return {
    ...known,
    status: statusNotAhead(status, at),
    seenBefore: past(seenBefore),
    notified: allPast(notified),
    over: allPast(over),
    own: allPast(own),
  };
}

function momentsOf({ since, confirmedAt, print, former, unconfirmed }: PrintStatus): readonly (Instant | null)[] {
  const ofPrints = [print, former].flatMap((one) =>
    one === null
      ? []
      : [one.startedAt, one.seenAt, one.lastAt, one.gadget.warnedAt, one.gadget.pausedAt, one.ended?.foundAt ?? null],
  );
  return [since, confirmedAt, unconfirmed?.since ?? null, ...ofPrints];
}

function statusNotAhead(status: PrintStatus, at: Instant): PrintStatus {
  const { since, confirmedAt, print, former, unconfirmed } = status;
  return {
    ...status,
    since: notAhead(since, at),
    confirmedAt: notAhead(confirmedAt, at),
    print: print && printNotAhead(print, at),
    former: former && printNotAhead(former, at),
    unconfirmed: unconfirmed && { ...unconfirmed, since: notAhead(unconfirmed.since, at) },
  };
}

function printNotAhead(print: Print, at: Instant): Print {
  const { startedAt, seenAt, lastAt, gadget, finish, ended } = print;
  return {
    ...print,
    startedAt: notAhead(startedAt, at),
    seenAt: notAhead(seenAt, at),
    lastAt: notAhead(lastAt, at),
    gadget: { warnedAt: notAhead(gadget.warnedAt, at), pausedAt: notAhead(gadget.pausedAt, at) },
    // The next report tells it again.
    finish: isAhead(lastAt, at) ? null : finish,
    ended: ended && { ...ended, at: notAhead(ended.at, at), foundAt: notAhead(ended.foundAt, at) },
  };
}
