import { type Instant, isAhead } from '../time.ts';
import { type AlertState, type KeptAlerts, nothingKept, type PrinterAlerts } from './alert-state.ts';

/**
 * Returns the alert state once the server's time has settled at `at` (UTC), without what lies ahead of that. It was
 * recorded before a restart or sleep, when the time was wrong, and would hold back notifications until its time comes.
 */
export function withoutAhead(state: AlertState, at: Instant): AlertState {
  const printers = Object.entries(state.printers).map(([id, printer]): [string, PrinterAlerts] => {
    const kept = keptWithoutAhead(printer.kept, at);
    return [id, kept === printer.kept ? printer : { ...printer, kept }];
  });
  return {
    ...state,
    printers: Object.fromEntries(printers),
    events: state.events.filter(({ id }) => !isAhead(id, at)),
    notifiedAt: past(state.notifiedAt, at),
  };
}

function keptWithoutAhead(kept: KeptAlerts, at: Instant): KeptAlerts {
  if (kept === nothingKept) return kept;
  const { outages, disconnectedAt, notified, repeated } = kept;
  return {
    ...kept,
    outages: outages.filter(({ from }) => !isAhead(from, at)),
    disconnectedAt: past(disconnectedAt, at),
    notified: notified.filter((one) => !isAhead(one.at, at)),
    repeated: repeated === null || isAhead(repeated.at, at) ? null : repeated,
  };
}

function past(moments: readonly Instant[], at: Instant): readonly Instant[] {
  return moments.filter((moment) => !isAhead(moment, at));
}
