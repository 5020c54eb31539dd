import type { ShownStatus } from '../../domain/shown-status.ts';
import type { PluralForms } from '../plural.ts';
import { plural } from './plural.ts';
import { shared } from './shared.ts';

const counted: Readonly<Record<ShownStatus, PluralForms>> = {
  online: { other: 'connected' },
  offline: { other: 'disconnected' },
  'reconnect-needed': { one: 'needs reconnecting', other: 'need reconnecting' },
  'perks-needed': { one: 'needs Supporter Perks', other: 'need Supporter Perks' },
  'update-needed': { one: 'needs a plugin update', other: 'need a plugin update' },
  unknown: { other: 'can’t be checked' },
  checking: { other: 'being checked' },
  off: { other: 'off' },
};

const status: Readonly<Record<ShownStatus, string>> = {
  online: 'Connected',
  offline: 'Disconnected',
  'reconnect-needed': 'Reconnect needed',
  'perks-needed': 'Supporter Perks needed',
  'update-needed': 'Plugin update needed',
  unknown: 'Can’t check',
  checking: 'Checking…',
  off: 'Off',
};

/** The status of one printer and of all. */
export const glance = {
  /** The text of each status, the same everywhere: window, menu, tooltip, notification. */
  status,
  /** For several printers: "2 of 5 disconnected", "1 of 5 needs reconnecting". */
  count: (kind: ShownStatus, count: number, all: number) => `${count} of ${all} ${plural(count, counted[kind])}`,
  /** Part of a list of several kinds: "1 needs reconnecting", "2 disconnected". */
  part: (kind: ShownStatus, count: number) => `${count} ${plural(count, counted[kind])}`,
  /** "1 needs reconnecting, 2 disconnected (of 5)" */
  several: (parts: readonly string[], all: number) => `${parts.join(', ')} (of ${all})`,
  /** "4 connected, 1 off" */
  andOff: (counted: string, off: number) => `${counted}, ${off} off`,
  allOff: 'All printers are off',
  lastKnown: '(last known)',
  /** The age of a state that is no longer confirmed. */
  asOf: (clock: string) => `(as of ${clock})`,
  noPrinters: 'No printers yet',
  computerOffline: shared.computerOffline,
  networkSignIn: shared.networkSignIn,
  /** "Voron, Ender and Mini" */
  and: (start: string, last: string) => `${start} and ${last}`,
  /** "Voron, Ender and 9 more" */
  more: (listed: string, left: number) => `${listed} and ${left} more`,
  namelessPrinter: 'Unnamed printer',
};
