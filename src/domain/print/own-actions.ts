import type { Instant, Milliseconds } from '../time.ts';
import type { PrintAction } from './print-action.ts';

/** When the user last did what to a printer's print with this app, server time, UTC. */
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
 * Whether a pause that was first seen at `since` is the user's own work: the printer takes its time, `within` at the most. One
 * that comes after the user had it go on is not, though a printer that still stands still for a moment is.
 */
export function isOwnPause({ pausedAt, resumedAt }: OwnActions, since: Instant, within: Milliseconds): boolean {
  if (pausedAt === null || Math.abs(since - pausedAt) > within) return false;
  return resumedAt === null || resumedAt < pausedAt || since <= resumedAt;
}

export function isOwnCancel({ cancelledAt }: OwnActions, foundAt: Instant, within: Milliseconds): boolean {
  return cancelledAt !== null && Math.abs(foundAt - cancelledAt) <= within;
}
