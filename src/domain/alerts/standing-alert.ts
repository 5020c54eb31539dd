import type { PrinterId } from '../printer.ts';
import { isStanding, type KeptAlertState } from './alert-state.ts';

/** Whether a problem that was reported about the printer lasts, or keeps coming back. */
export function hasStandingAlert(printers: KeptAlertState['printers'], id: PrinterId): boolean {
  const kept = printers[id];
  if (kept === undefined) return false;
  const isUp = kept.outages.at(-1)?.to !== null;
  const { loss, ...others } = kept.open;
  const isLost = loss !== undefined && (isStanding(loss) || !isUp);
  const isRepeating = kept.repeated !== null && isStanding(kept.repeated);
  return isLost || Object.values(others).some(isStanding) || kept.unstable !== null || isRepeating;
}
