import type { PrinterId } from '../printer.ts';
import type { AlertKind } from './alert.ts';
import { isStanding, type KeptAlertState, type KeptAlerts } from './alert-state.ts';

/** Whether a problem of this kind that was reported about the printer lasts, or keeps coming back. */
export function hasStandingAlert(printers: KeptAlertState['printers'], id: PrinterId, kind: AlertKind): boolean {
  const kept = printers[id];
  if (kept === undefined) return false;
  const { repeated } = kept;
  const isRepeating = repeated !== null && repeated.kind === kind && isStanding(repeated);
  return isRepeating || lasts(kept, kind);
}

function lasts({ open, outages, unstable }: KeptAlerts, kind: AlertKind): boolean {
  switch (kind) {
    case 'disconnected':
    case 'recovered': {
      const isUp = outages.at(-1)?.to !== null;
      return open.loss !== undefined && (isStanding(open.loss) || !isUp);
    }
    case 'unstable':
      return unstable !== null;
    case 'reconnect-needed':
    case 'reconnect-healed':
      return isStanding(open.refused);
    case 'perks-needed':
    case 'perks-restored':
      return isStanding(open.perks);
    case 'update-needed':
      return isStanding(open.update);
    case 'service-unreachable':
    case 'service-reachable':
      return false;
  }
}
