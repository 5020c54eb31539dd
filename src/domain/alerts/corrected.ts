import { type Correction, corrected } from '../correction.ts';
import { linkCorrected } from '../link.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { AlertGroup } from './alert-group.ts';
import { type AlertState, type KeptAlerts, nothingKept, type OpenAlert, type PrinterAlerts } from './alert-state.ts';
import type { AlertEvent, Anchor } from './events.ts';
import { serviceCorrected } from './service-alerts.ts';

/**
 * Returns the alert state after a correction of server time. Everything recorded in between moves along, notifications
 * too: as long as the service's time is wrong, all of it is as old as it really is.
 */
export function alertsCorrected(state: AlertState, correction: Correction): AlertState {
  const printers = Object.entries(state.printers).map(([id, printer]): [PrinterId, PrinterAlerts] => [
    id,
    printerCorrected(printer, correction),
  ]);
  return {
    ...state,
    printers: Object.fromEntries(printers),
    service: serviceCorrected(state.service, correction),
    refusals: state.refusals === null ? null : refusalsCorrected(state.refusals, correction),
    events: state.events.map((event) => eventCorrected(event, correction)),
    groups: state.groups.map((group) => groupCorrected(group, correction)),
    notifiedAt: state.notifiedAt.map((at) => corrected(at, correction)),
    summarisedAt: corrected(state.summarisedAt, correction),
  };
}

function printerCorrected(printer: PrinterAlerts, correction: Correction): PrinterAlerts {
  const { kept, run, link, looks } = printer;
  const moved = <At extends Instant | null>(at: At) => corrected(at, correction);
  return {
    ...printer,
    kept: kept === nothingKept ? kept : keptCorrected(kept, correction),
    run: run && { ...run, firstAt: moved(run.firstAt), lastAt: moved(run.lastAt), afterAt: moved(run.afterAt) },
    link: link && linkCorrected(link, correction),
    looks: looks && { firstAt: moved(looks.firstAt), lastAt: moved(looks.lastAt) },
    answeredAt: moved(printer.answeredAt),
    attemptedAt: moved(printer.attemptedAt),
  };
}

function keptCorrected(kept: KeptAlerts, correction: Correction): KeptAlerts {
  const { open, unstable, outages, disconnectedAt, notified, repeated } = kept;
  const moved = (at: Instant) => corrected(at, correction);
  const shown = <Alert extends OpenAlert>(alert: Alert): Alert => ({
    ...alert,
    at: moved(alert.at),
    event: moved(alert.event),
  });
  return {
    open: Object.fromEntries(Object.entries(open).map(([condition, alert]) => [condition, shown(alert)])),
    unstable: unstable && shown(unstable),
    outages: outages.map(({ from, to }) => ({ from: moved(from), to: corrected(to, correction) })),
    disconnectedAt: disconnectedAt.map(moved),
    notified: notified.map((one) => ({ ...one, at: moved(one.at) })),
    repeated: repeated && shown(repeated),
  };
}

function eventCorrected(event: AlertEvent, correction: Correction): AlertEvent {
  const moved = (at: Instant) => corrected(at, correction);
  return {
    ...event,
    id: moved(event.id),
    members: event.members.map((member) => ({ ...member, since: moved(member.since) })),
    anchor: anchorCorrected(event.anchor, correction),
    updatedAt: moved(event.updatedAt),
  };
}

function groupCorrected(group: AlertGroup, correction: Correction): AlertGroup {
  const startedAt = corrected(group.startedAt, correction);
  const { confirmUntil } = group;
  return {
    ...group,
    anchor: anchorCorrected(group.anchor, correction),
    since: corrected(group.since, correction),
    startedAt,
    // It is yet to come.
    confirmUntil: confirmUntil === null || startedAt === group.startedAt ? confirmUntil : confirmUntil + correction.by,
  };
}

function anchorCorrected({ earliest, latest, ends }: Anchor, correction: Correction): Anchor {
  const moved = <At extends Instant | null>(at: At) => corrected(at, correction);
  return { earliest: moved(earliest), latest: moved(latest), ends: moved(ends) };
}

function refusalsCorrected(
  { firstAt, confirmAt, acceptedAt, lastAcceptedAt, rejectedSince }: NonNullable<AlertState['refusals']>,
  correction: Correction,
): AlertState['refusals'] {
  const first = corrected(firstAt, correction);
  return {
    firstAt: first,
    // It is yet to come, relative to the latest rejection.
    confirmAt: first === firstAt ? confirmAt : confirmAt + correction.by,
    acceptedAt: corrected(acceptedAt, correction),
    lastAcceptedAt: corrected(lastAcceptedAt, correction),
    rejectedSince: corrected(rejectedSince, correction),
  };
}
