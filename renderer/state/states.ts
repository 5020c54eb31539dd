import type { ShownStatus } from '../../src/domain/shown-status.ts';

/** What needs the user most comes first: the order of the tray (`worstFirst` of the domain), to which a test holds it. */
export const statesWorstFirst: readonly ShownStatus[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
  'off',
];

/** The states in which there is something for the user to do or to look after. */
export const statesThatNeedYou: ReadonlySet<ShownStatus> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
]);
