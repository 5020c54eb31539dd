import type { StatusKind } from '../../status.ts';

interface Counted {
  readonly one: string;
  readonly many: string;
}

const counted: Readonly<Record<StatusKind, Counted>> = {
  online: { one: 'connected', many: 'connected' },
  offline: { one: 'disconnected', many: 'disconnected' },
  'reconnect-needed': { one: 'needs reconnecting', many: 'need reconnecting' },
  'perks-needed': { one: 'needs Supporter Perks', many: 'need Supporter Perks' },
  'update-needed': { one: 'needs a plugin update', many: 'need a plugin update' },
  unknown: { one: 'can’t be checked', many: 'can’t be checked' },
  checking: { one: 'being checked', many: 'being checked' },
};

const status: Readonly<Record<StatusKind, string>> = {
  online: 'Connected',
  offline: 'Disconnected',
  'reconnect-needed': 'Reconnect needed',
  'perks-needed': 'Supporter Perks needed',
  'update-needed': 'Plugin update needed',
  unknown: 'Can’t check',
  checking: 'Checking…',
};

/** The state of one printer and of all. */
export const glance = {
  /** For Intl: the order of a date, a clock of 24 hours. */
  locale: 'en-GB',
  /** The words of each status, the same everywhere: window, menu, tooltip, notification. */
  status,
  /** The same said of several printers: "2 of 5 disconnected", "1 of 5 needs reconnecting". */
  count: (kind: StatusKind, count: number, all: number) =>
    `${count} of ${all} ${count === 1 ? counted[kind].one : counted[kind].many}`,
  lastKnown: '(last known)',
  noPrinters: 'No printers yet',
  computerOffline: 'This computer is offline',
  /** "Voron, Ender and Mini" */
  and: (start: string, last: string) => `${start} and ${last}`,
  /** "Voron, Ender and 9 more" */
  more: (listed: string, left: number) => `${listed} and ${left} more`,
  namelessPrinter: 'Unnamed printer',
};
