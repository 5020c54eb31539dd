import type { StatusKind } from '../../src/domain/status.ts';

/** What needs the user most comes first: the order of the tray (`worstFirst` of the domain), to which a test holds it. */
export const statesWorstFirst: readonly StatusKind[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
];

/** The states in which there is something for the user to do or to look after. */
export const statesThatNeedYou: ReadonlySet<StatusKind> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
]);
