import type { Link } from '../link.ts';
import { isStanding, type KeptAlerts, nothingKept, type PrinterAlerts, type Run } from './alert-state.ts';
import { mayBecomeUnstable } from './unstable.ts';

/**
 * Whether a printer may have anything to report, now or later, without another response. Most are fine, or their
 * problem has been reported, and can be skipped until the next response.
 */
export function mayNotify({ kept, link, run }: PrinterAlerts): boolean {
  if (run === null) return false;
  if (kept === nothingKept) return run.kind !== 'accepted' || link?.state === 'down';
  if (kept.unstable !== null || kept.repeated !== null || mayBecomeUnstable(kept)) return true;
  return isLinkNews(kept.open, link) || isRunNews(kept.open, run);
}

function isLinkNews({ loss }: KeptAlerts['open'], link: Link | null): boolean {
  if (link === null) return false;
  return link.state === 'up' ? loss !== undefined : !isStanding(loss);
}

function isRunNews({ refused, perks, update }: KeptAlerts['open'], { kind }: Run): boolean {
  switch (kind) {
    case 'accepted':
      return refused !== undefined || perks !== undefined;
    case 'update':
      return refused !== undefined || perks !== undefined || !isStanding(update);
    case 'perks':
      return refused !== undefined || !isStanding(perks);
    case 'refused':
    case 'token-lost':
      return !isStanding(refused);
  }
}
