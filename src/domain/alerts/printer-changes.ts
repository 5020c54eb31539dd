import type { Instant } from '../time.ts';
import type { Condition, PrinterAlerts } from './alert-state.ts';

/** Returns when anything about a printer last changed. */
export function changedAt({ run, kept }: PrinterAlerts): Instant {
  const outage = kept.outages.at(-1);
  return Math.max(run?.firstAt ?? 0, outage?.to ?? outage?.from ?? 0);
}

/** Whether a condition that ended has begun again, reported or not. */
export function hasBegunAgain({ link, run }: PrinterAlerts, condition: Condition): boolean {
  switch (condition) {
    case 'loss':
      return link?.state === 'down';
    case 'refused':
      return run?.kind === 'refused' || run?.kind === 'token-lost';
    case 'perks':
    case 'update':
      return run?.kind === condition;
  }
}
