import type { GlanceNetwork } from './glance.ts';
import { isForeign } from './outcome.ts';
import type { PrinterStatus } from './status.ts';

/**
 * Returns the state of the network, judging by the latest responses about all printers. It requires a sign-in when
 * something else responds in OctoEverywhere's place and no printer has a response from OctoEverywhere itself: a single
 * web page among good responses is a fault of the service.
 */
export function glanceNetwork(network: 'up' | 'down', statuses: Iterable<PrinterStatus>): GlanceNetwork {
  if (network === 'down') return 'down';
  let foreign = false;
  for (const status of statuses) {
    const { kind, silence } = status;
    if (silence?.problem.type === 'keychain') continue;
    // These are checked so rarely that their last response says nothing about the network.
    if (silence === null && (kind === 'reconnect-needed' || kind === 'perks-needed' || kind === 'checking')) continue;
    if (silence === null || !isUnproved(status)) return 'up';
    foreign ||= isForeign(silence.problem);
  }
  return foreign ? 'sign-in' : 'up';
}

function isUnproved(status: PrinterStatus): boolean {
  return status.kind === 'unknown' || status.kind === 'checking' || status.answeredAt === null || status.stale;
}
