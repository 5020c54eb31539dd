import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { PrinterAlertKind } from './alert.ts';
import { isStanding } from './alert-state.ts';
import { isWanted } from './alert-topics.ts';
import { type Candidate, conditionOf, isEnd, isFresh, isReady } from './candidates.ts';
import { type Anchor, anchorOf, isSameCause } from './events.ts';
import type { Turn } from './turn.ts';

/** A notification that waits for the other printers of its event. Times are server time, UTC. */
export interface AlertGroup {
  readonly kind: PrinterAlertKind;
  readonly anchor: Anchor;
  /** When the event began, judging by its first printer. */
  readonly since: Instant;
  readonly startedAt: Instant;
  /** Until when printers are checked again whose last response is too old to be shown; null before that. */
  readonly confirmUntil: Instant | null;
}

/** With more printers than this, collecting them may take longer. */
const manyPrinters = 50;

/**
 * Groups the candidates of one kind that belong to no notification yet: when the first becomes due, every printer not
 * seen since it began is checked, and all with the same cause are shown in one notification.
 */
export function groupAlerts(
  turn: Turn,
  kind: PrinterAlertKind,
  candidates: readonly Candidate[],
  isCrowded: boolean,
): void {
  const before = turn.state.groups.filter((group) => group.kind === kind);
  const belongs = (candidate: Candidate, { anchor }: AlertGroup) =>
    isCrowded || isSameCause(candidate, anchor, turn.state.events, turn.intervals);
  const groups = [...before];
  for (const candidate of candidates.toSorted((one, other) => one.earliest - other.earliest)) {
    if (!isReady(candidate) || groups.some((group) => belongs(candidate, group))) continue;
    const { since } = candidate;
    groups.push({ kind, anchor: anchorOf(candidate), since, startedAt: turn.at, confirmUntil: null });
  }
  const taken = new Set<Candidate>();
  const going: AlertGroup[] = [];
  for (const group of groups) {
    const members = candidates.filter((candidate) => !taken.has(candidate) && belongs(candidate, group));
    for (const member of members) taken.add(member);
    // Another rejection delays those before it, which then don't wait for other printers from the beginning.
    const delayed = kind === 'reconnect-needed' && members.length > 0 ? group : null;
    const goesOn = members.some(isReady) ? step(turn, group, members) : delayed;
    if (goesOn !== null) going.push(goesOn);
  }
  for (const candidate of candidates) if (!isReady(candidate)) turn.wantConfirmed(candidate, candidate.dueAt);
  if (before.length === 0 && going.length === 0) return;
  const others = turn.state.groups.filter((group) => group.kind !== kind);
  turn.state = { ...turn.state, groups: [...others, ...going] };
}

/** Waits, or shows what has been collected. Returns the group while it waits; null when done. */
function step(turn: Turn, group: AlertGroup, members: readonly Candidate[]): AlertGroup | null {
  const { at, intervals } = turn;
  const isLarge = Object.keys(turn.state.printers).length > manyPrinters;
  const deadline = group.startedAt + (isLarge ? intervals.largeGroupWait : intervals.groupWait);
  const ready = members.filter(isReady);
  if (at < deadline) {
    const unseen = unseenSince(turn, group);
    const joining = members.filter((one) => !isReady(one) && one.confirmedAt !== null && one.dueAt <= deadline);
    if (unseen.length > 0 || joining.length > 0) {
      for (const id of unseen) turn.want(id, at);
      turn.checkAgainAt(deadline);
      return group;
    }
  }
  const fresh = ready.filter((one) => isFresh(one, at, intervals));
  if (fresh.length === ready.length || (fresh.length > 0 && ready.length > manyPrinters)) {
    turn.showNew(fresh);
    return null;
  }
  const confirmUntil = group.confirmUntil ?? at + intervals.confirm;
  if (at < confirmUntil || fresh.length === 0) {
    for (const one of ready) if (!isFresh(one, at, intervals)) turn.wantConfirmed(one, at);
    if (at < confirmUntil) turn.checkAgainAt(confirmUntil);
    return { ...group, confirmUntil };
  }
  turn.showNew(fresh);
  return null;
}

/** Returns the printers that the event may also have affected and that were not checked since it began. */
function unseenSince(turn: Turn, { kind, since, startedAt }: AlertGroup): readonly PrinterId[] {
  const condition = conditionOf[kind];
  if (condition === null) return [];
  const unseen: PrinterId[] = [];
  for (const id in turn.state.printers) {
    const printer = turn.printer(id);
    const open = printer.kept.open[condition];
    const isOpen = isEnd(kind) ? open !== undefined : isStanding(open);
    if (isEnd(kind) !== isOpen || !isWanted(kind, id, turn.policy)) continue;
    // A dead connection, or one without perks, says nothing about the link.
    if (condition !== 'refused' && printer.kept.open.refused !== undefined) continue;
    if (condition === 'loss' && printer.run?.kind === 'perks') continue;
    const isSeen = printer.answeredAt !== null && printer.answeredAt >= since;
    const isTried = printer.attemptedAt !== null && printer.attemptedAt >= startedAt;
    if (!isSeen && !isTried) unseen.push(id);
  }
  return unseen;
}
