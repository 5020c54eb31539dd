import type { ShownStatus } from '../../src/domain/shown-status.ts';

/** The states that need the user's attention. */
export const statesThatNeedYou: ReadonlySet<ShownStatus> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
]);
