import type { ShownStatus } from '../../src/domain/shown-status.ts';

/** The states in which there is something for the user to do or to look after. */
export const statesThatNeedYou: ReadonlySet<ShownStatus> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
]);
