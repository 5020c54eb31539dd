import { type Correction, corrected } from '../correction.ts';
import { linkCorrected } from '../link.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { AlertState, PrinterAlerts } from './alert-state.ts';
import { serviceCorrected } from './service-alerts.ts';

/**
 * Returns the alert state after a correction of server time. Notifications already shown keep their times: none can be
 * as recent as what a correction concerns.
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
  };
}

function printerCorrected(printer: PrinterAlerts, correction: Correction): PrinterAlerts {
  const { run, link, looks } = printer;
  const moved = <At extends Instant | null>(at: At) => corrected(at, correction);
  return {
    ...printer,
    run:
      run === null
        ? null
        : { ...run, firstAt: moved(run.firstAt), lastAt: moved(run.lastAt), afterAt: moved(run.afterAt) },
    link: link === null ? null : linkCorrected(link, correction),
    looks: looks === null ? null : { firstAt: moved(looks.firstAt), lastAt: moved(looks.lastAt) },
    answeredAt: moved(printer.answeredAt),
    attemptedAt: moved(printer.attemptedAt),
  };
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
