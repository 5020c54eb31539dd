import type { GlanceNetwork } from './glance.ts';
import { isForeign } from './outcome.ts';
import { isStale } from './shown-status.ts';
import type { PrinterStatus } from './status.ts';

/**
 * What stands between this computer and OctoEverywhere, as far as the latest answers about all printers tell. A network
 * wants a sign-in when somebody else answers in OctoEverywhere's place and OctoEverywhere itself about no printer: one
 * web page among good answers is a fault of the service.
 */
export function glanceNetwork(network: 'up' | 'down', statuses: Iterable<PrinterStatus>): GlanceNetwork {
  if (network === 'down') return 'down';
  let foreign = false;
  for (const status of statuses) {
    const { kind, silence } = status;
    if (silence?.problem.type === 'keychain') continue;
    // About these is asked so seldom that their last answer says nothing of the network.
    if (silence === null && (kind === 'reconnect-needed' || kind === 'perks-needed' || kind === 'checking')) continue;
    if (silence === null || !isUnproved(status)) return 'up';
    foreign ||= isForeign(silence.problem);
  }
  return foreign ? 'sign-in' : 'up';
}

function isUnproved(status: PrinterStatus): boolean {
  return status.kind === 'unknown' || status.kind === 'checking' || status.answeredAt === null || isStale(status);
}
