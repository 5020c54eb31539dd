import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { Alert, PrinterAlertKind } from './alert.ts';
import { type AlertState, isStanding } from './alert-state.ts';
import { isWanted } from './alert-topics.ts';
import { type Candidate, conditionOf, isEnd } from './candidates.ts';
import type { AlertEvent, EventMember } from './events.ts';
import { hasBegunAgain } from './printer-changes.ts';
import type { ServiceAlert } from './service-alerts.ts';

interface Situation {
  readonly state: AlertState;
  readonly policy: NotificationPolicy;
  /** By event: the printers for which its end is about to be reported. */
  readonly ending: ReadonlyMap<Instant, ReadonlySet<PrinterId>>;
}

/** Returns a new notification of the event. */
export function alertOf(event: AlertEvent, situation: Situation, repeated: Milliseconds | null = null): Alert {
  const { kind, total, notification } = event;
  const printers = event.members.map(({ printer }) => printer);
  const moments = event.members.map(({ since }) => since);
  const [since, latest] = [Math.min(...moments), Math.max(...moments)];
  const about = { kind, printers, news: printers, since, latest, total, repeated, notification };
  const alert = { ...about, everyPrinter: isEveryPrinter(kind, printers, situation), update: false };
  const stillLost = kind === 'unstable' ? printers.filter((id) => isStillLost(id, situation)) : [];
  return stillLost.length === 0 ? alert : { ...alert, stillLost };
}

/** Returns those whose end the event's notification has already reported and that have not begun again since. */
export function endedIn({ members }: AlertEvent, kind: PrinterAlertKind, situation: Situation): readonly EventMember[] {
  const condition = conditionOf[kind];
  if (condition === null) return [];
  const { state, policy } = situation;
  return members.flatMap(({ printer: id, since }) => {
    const printer = state.printers[id];
    const isOver = printer !== undefined && printer.kept.open[condition] === undefined;
    if (!isOver || hasBegunAgain(printer, condition) || !isWanted(kind, id, policy)) return [];
    const endedAt = condition === 'loss' ? printer.link?.since : printer.run?.firstAt;
    return [{ printer: id, since: endedAt ?? since }];
  });
}

function isStillLost(id: PrinterId, { state }: Situation): boolean {
  return isStanding(state.printers[id]?.kept.open.loss);
}

export function serviceAlertIn(notification: number, { kind, since }: Pick<ServiceAlert, 'kind' | 'since'>): Alert {
  const about = { kind, printers: [], news: [], since, latest: since, total: 0 };
  return { ...about, everyPrinter: false, repeated: null, notification, update: false };
}

/** Whether the event is still true for the printer; only then it stays in the notification. */
export function isStillIn(id: PrinterId, { id: eventId, kind }: AlertEvent, { printers }: AlertState): boolean {
  const printer = printers[id];
  if (printer === undefined || kind === 'service-unreachable' || kind === 'service-reachable') return false;
  const condition = conditionOf[kind];
  if (condition === null) return printer.kept.unstable !== null;
  const open = printer.kept.open[condition];
  if (isEnd(kind)) return open === undefined && !hasBegunAgain(printer, condition);
  return open?.event === eventId && isStanding(open);
}

/** Whether the end of what the event reports about the printer has not been reported. */
function isOpenIn(id: PrinterId, { id: eventId, kind }: AlertEvent, { printers }: AlertState): boolean {
  if (kind === 'service-unreachable' || kind === 'service-reachable') return false;
  const condition = conditionOf[kind];
  return condition !== null && printers[id]?.kept.open[condition]?.event === eventId;
}

/** For ends: how many printers their beginnings affected whose end has not been reported elsewhere. */
export function totalOf(candidates: readonly Candidate[], state: AlertState): number {
  const begun = new Set(candidates.map(({ ends }) => ends));
  return state.events
    .filter(({ id }) => begun.has(id))
    .reduce((sum, event) => sum + event.members.filter(({ printer }) => isOpenIn(printer, event, state)).length, 0);
}

/** Returns what the event's notification reports and is not over, as changes of that notification. */
export function whatStays({ notification, isShared }: AlertEvent, situation: Situation): readonly Alert[] {
  const { state, ending } = situation;
  const stay = state.events.flatMap((event) => {
    if (event.notification !== notification) return [];
    const members = event.members.filter(
      ({ printer }) => !ending.get(event.id)?.has(printer) && isStillIn(printer, event, state),
    );
    return members.length === 0 ? [] : [alertOf({ ...event, members }, situation)];
  });
  const { notified, failing } = state.service;
  const isSilent = isShared && notified && failing !== null;
  const service = isSilent ? [serviceAlertIn(notification, { kind: 'service-unreachable', since: failing.since })] : [];
  return [...stay, ...service].map((alert) => ({ ...alert, news: [], update: true }));
}

function isEveryPrinter(kind: AlertEvent['kind'], printers: readonly PrinterId[], situation: Situation): boolean {
  if (kind !== 'disconnected' || printers.length < 3) return false;
  const { state, policy } = situation;
  const lost = new Set(printers);
  return Object.keys(state.printers).every((id) => lost.has(id) || policy.off.has(id));
}
