import type { PrinterId } from '../printer.ts';
import { type Instant, isAhead } from '../time.ts';
import type { AlertState, KeptAlerts, PrinterAlerts } from './alert-state.ts';

/**
 * Returns the alert state once the server's time has settled at `at` (UTC), without what lies ahead of that. It was
 * recorded before a restart or sleep, when the time was wrong, and would hold back notifications until its time comes.
 */
export function withoutAhead(state: AlertState, at: Instant): AlertState {
  const printers = Object.entries(state.printers);
  const kept = printers.map(([, printer]) => keptWithoutAhead(printer.kept, at));
  const isSame = printers.every(([, printer], index) => kept[index] === printer.kept);
  const isPast = (moment: Instant) => !isAhead(moment, at);
  if (isSame && state.notifiedAt.every(isPast) && state.events.every(({ id }) => isPast(id))) return state;
  return {
    ...state,
    printers: Object.fromEntries(
      printers.map(([id, printer], index): [PrinterId, PrinterAlerts] => [
        id,
        { ...printer, kept: kept[index] ?? printer.kept },
      ]),
    ),
    events: state.events.filter(({ id }) => isPast(id)),
    notifiedAt: state.notifiedAt.filter(isPast),
  };
}

/** Returns the same object if nothing lies ahead. */
function keptWithoutAhead(kept: KeptAlerts, at: Instant): KeptAlerts {
  const { outages, disconnectedAt, notified, repeated } = kept;
  const isPast = (moment: Instant) => !isAhead(moment, at);
  const moments = [
    ...outages.map(({ from }) => from),
    ...disconnectedAt,
    ...notified.map((one) => one.at),
    ...(repeated === null ? [] : [repeated.at]),
  ];
  if (moments.every(isPast)) return kept;
  return {
    ...kept,
    outages: outages.filter(({ from }) => isPast(from)),
    disconnectedAt: disconnectedAt.filter(isPast),
    notified: notified.filter((one) => isPast(one.at)),
    repeated: repeated === null || isPast(repeated.at) ? repeated : null,
  };
}
