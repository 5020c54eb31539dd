import type { Instant, Milliseconds } from '../time.ts';
import type { PrintAction } from './print-action.ts';

/** When the user last paused, resumed or cancelled a printer's print in this app, server time, UTC. */
export interface OwnActions {
  readonly pausedAt: Instant | null;
  readonly resumedAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

export const noOwnActions: OwnActions = { pausedAt: null, resumedAt: null, cancelledAt: null };

export function ownActionsAfter(own: OwnActions, action: PrintAction, at: Instant): OwnActions {
  switch (action) {
    case 'pause':
      return { ...own, pausedAt: at };
    case 'resume':
      return { ...own, resumedAt: at };
    case 'cancel':
      return { ...own, cancelledAt: at };
  }
}

/**
 * Whether a pause first seen at `since`, of a print that ran until `ranUntil`, was caused by the user in this app; the
 * printer may take up to `within` ms. A pause that begins after the user resumed the print does not count, unless the
 * user paused it again.
 */
export function isOwnPause(
  { pausedAt, resumedAt }: OwnActions,
  ranUntil: Instant,
  since: Instant,
  within: Milliseconds,
): boolean {
  if (pausedAt === null || pausedAt < ranUntil - within || pausedAt > since + within) return false;
  return resumedAt === null || resumedAt < pausedAt || since <= resumedAt;
}

export function isOwnCancel({ cancelledAt }: OwnActions, foundAt: Instant, within: Milliseconds): boolean {
  return cancelledAt !== null && Math.abs(foundAt - cancelledAt) <= within;
}
