import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { Alert } from './alert.ts';
import { type AlertState, isStanding } from './alert-state.ts';
import { conditionOf, isEnd } from './candidates.ts';
import type { AlertEvent } from './events.ts';
import { hasBegunAgain } from './printer-changes.ts';
import type { ServiceAlert } from './service-alerts.ts';

interface Situation {
  readonly state: AlertState;
  readonly policy: NotificationPolicy;
  /** By event: the printers for which its end is about to be reported. */
  readonly ending: ReadonlyMap<Instant, ReadonlySet<PrinterId>>;
}

/** Returns a new notification of the event. */
export function alertOf(event: AlertEvent, situation: Situation, repeated = false): Alert {
  const { kind, total, notification } = event;
  const printers = event.members.map(({ printer }) => printer);
  const moments = event.members.map(({ since }) => since);
  const [since, latest] = [Math.min(...moments), Math.max(...moments)];
  const about = { kind, printers, news: printers, since, latest, total, repeated, notification };
  return { ...about, everyPrinter: isEveryPrinter(kind, printers, situation), update: false };
}

export function serviceAlertIn(notification: number, { kind, since }: Pick<ServiceAlert, 'kind' | 'since'>): Alert {
  const about = { kind, printers: [], news: [], since, latest: since, total: 0 };
  return { ...about, everyPrinter: false, repeated: false, notification, update: false };
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
export function isOpenIn(id: PrinterId, { id: eventId, kind }: AlertEvent, { printers }: AlertState): boolean {
  if (kind === 'service-unreachable' || kind === 'service-reachable') return false;
  const condition = conditionOf[kind];
  return condition !== null && printers[id]?.kept.open[condition]?.event === eventId;
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
