import type { ShownStatus } from '../../domain/shown-status.ts';
import type { Messages } from '../messages.ts';
import type { PluralForms } from '../plural.ts';
import { plural } from './plural.ts';
import { shared } from './shared.ts';

const counted: Readonly<Record<ShownStatus, PluralForms>> = {
  online: { other: 'verbunden' },
  offline: { other: 'getrennt' },
  'reconnect-needed': { one: 'braucht eine neue Verbindung', other: 'brauchen eine neue Verbindung' },
  'perks-needed': { one: 'braucht Supporter Perks', other: 'brauchen Supporter Perks' },
  'update-needed': { one: 'braucht ein Plugin-Update', other: 'brauchen ein Plugin-Update' },
  unknown: { other: 'nicht prüfbar' },
  checking: { one: 'wird geprüft', other: 'werden geprüft' },
  off: { other: 'aus' },
};

/** Shorter, because several of them have to fit into a tooltip. */
const part: Readonly<Record<ShownStatus, string>> = {
  online: 'verbunden',
  offline: 'getrennt',
  'reconnect-needed': 'neu zu verbinden',
  'perks-needed': 'ohne Supporter Perks',
  'update-needed': 'mit veraltetem Plugin',
  unknown: 'nicht prüfbar',
  checking: 'in Prüfung',
  off: 'aus',
};

export const glance: Messages['glance'] = {
  status: {
    online: 'Verbunden',
    offline: 'Getrennt',
    'reconnect-needed': 'Neue Verbindung nötig',
    'perks-needed': 'Supporter Perks nötig',
    'update-needed': 'Plugin-Update nötig',
    unknown: 'Nicht prüfbar',
    checking: 'Wird geprüft …',
    off: 'Aus',
  },
  count: (kind, count, all) => `${count} von ${all} ${plural(count, counted[kind])}`,
  part: (kind, count) => `${count} ${part[kind]}`,
  several: (parts, all) => `${parts.join(', ')} (von ${all})`,
  andOff: (counted, off) => `${counted}, ${off} aus`,
  allOff: 'Alle Drucker sind aus',
  lastKnown: '(zuletzt bekannt)',
  asOf: (clock) => `(Stand ${clock})`,
  noPrinters: 'Noch keine Drucker',
  computerOffline: shared.computerOffline,
  networkSignIn: shared.networkSignIn,
  and: (start, last) => `${start} und ${last}`,
  more: (listed, left) => `${listed} und ${left} ${plural(left, { one: 'weiterer', other: 'weitere' })}`,
  namelessPrinter: 'Unbenannter Drucker',
};
