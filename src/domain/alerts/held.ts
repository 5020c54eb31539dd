import type { Instant } from '../time.ts';
import { topicOf } from './alert-topics.ts';
import { type Candidate, isFresh } from './candidates.ts';
import { isFreshOf, serviceAlertOf } from './service-alerts.ts';
import { spreadOver } from './spread.ts';
import type { Turn } from './turn.ts';

/**
 * Shows in one notification what became due during a quiet time that ended at `quietUntil` and is still true; each
 * printer is checked again for that, a little later in each installation. Returns the other candidates.
 */
export function showHeld(turn: Turn, candidates: readonly Candidate[], quietUntil: Instant): readonly Candidate[] {
  const { at, intervals } = turn;
  const deadline = quietUntil + intervals.groupWait;
  if (at >= deadline || turn.state.summarisedAt >= quietUntil) return candidates;
  const held = candidates.filter((one) => one.dueAt < quietUntil && turn.budget(one).kind !== 'spent');
  const service = serviceAlertOf(turn.state.service, intervals);
  const isServiceHeld = service !== null && service.dueAt < quietUntil && turn.policy.topics[topicOf[service.kind]];
  const others = candidates.filter((one) => !held.includes(one));
  if (held.length === 0 && !isServiceHeld) return others;
  const isShared = turn.policy.isTimeOfDay;
  const from = quietUntil + (isShared ? spreadOver(intervals.groupWait, Object.keys(turn.state.printers)) : 0);
  if (at < from) {
    turn.checkAgainAt(from);
    turn.holdsService = isServiceHeld;
    return others;
  }
  const unseen = held.filter(({ printer }) => (turn.printer(printer).attemptedAt ?? 0) < quietUntil);
  const isShown = (one: Candidate) => (one.confirmedAt ?? 0) >= quietUntil && isFresh(one, at, intervals);
  const tooOld = held.filter((one) => (one.confirmedAt ?? 0) >= quietUntil && !isFresh(one, at, intervals));
  for (const { printer } of unseen) turn.want(printer, from);
  for (const one of tooOld) turn.wantConfirmed(one, at);
  const isServiceFresh = service !== null && isFreshOf(service.kind, turn.state.service, at, intervals);
  if (isServiceHeld && !isServiceFresh) turn.askAny = true;
  if (unseen.length > 0 || tooOld.length > 0 || (isServiceHeld && !isServiceFresh)) {
    turn.checkAgainAt(deadline - 1);
    if (at < deadline - 1) {
      turn.holdsService = isServiceHeld;
      return others;
    }
  }
  turn.showTogether(held.filter(isShown), isServiceHeld && isServiceFresh ? service : null);
  turn.state = { ...turn.state, summarisedAt: at };
  return others;
}
