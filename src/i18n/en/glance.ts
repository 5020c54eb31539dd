import type { ShownStatus } from '../../domain/shown-status.ts';
import { shared } from './shared.ts';

interface Counted {
  readonly one: string;
  readonly many: string;
}

const counted: Readonly<Record<ShownStatus, Counted>> = {
  online: { one: 'connected', many: 'connected' },
  offline: { one: 'disconnected', many: 'disconnected' },
  'reconnect-needed': { one: 'needs reconnecting', many: 'need reconnecting' },
  'perks-needed': { one: 'needs Supporter Perks', many: 'need Supporter Perks' },
  'update-needed': { one: 'needs a plugin update', many: 'need a plugin update' },
  unknown: { one: 'can’t be checked', many: 'can’t be checked' },
  checking: { one: 'being checked', many: 'being checked' },
  off: { one: 'off', many: 'off' },
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

/** The state of one printer and of all. */
export const glance = {
  /** The words of each status, the same everywhere: window, menu, tooltip, notification. */
  status,
  /** The same said of several printers: "2 of 5 disconnected", "1 of 5 needs reconnecting". */
  count: (kind: ShownStatus, count: number, all: number) =>
    `${count} of ${all} ${count === 1 ? counted[kind].one : counted[kind].many}`,
  /** One of several kinds: "1 needs reconnecting", "2 disconnected". */
  part: (kind: ShownStatus, count: number) => `${count} ${count === 1 ? counted[kind].one : counted[kind].many}`,
  /** "1 needs reconnecting, 2 disconnected of 5" */
  several: (parts: readonly string[], all: number) => `${parts.join(', ')} of ${all}`,
  /** "4 connected, 1 off" */
  andOff: (counted: string, off: number) => `${counted}, ${off} off`,
  allOff: 'All printers are off',
  lastKnown: '(last known)',
  /** How old a state is that nothing proves any more. */
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
