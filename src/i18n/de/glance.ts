import type { ShownStatus } from '../../domain/shown-status.ts';
import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

const counted: Readonly<Record<ShownStatus, (count: number, all: number) => string>> = {
  online: (count, all) => `${count} von ${all} verbunden`,
  offline: (count, all) => `${count} von ${all} getrennt`,
  'reconnect-needed': (count, all) => `${count} von ${all} neu zu verbinden`,
  'perks-needed': (count, all) => `${count} von ${all} ${count === 1 ? 'braucht' : 'brauchen'} Supporter Perks`,
  'update-needed': (count, all) => `${count} von ${all} ${count === 1 ? 'braucht' : 'brauchen'} ein Plugin-Update`,
  unknown: (count, all) => `${count} von ${all} nicht prüfbar`,
  checking: (count, all) => `${count} von ${all} ${count === 1 ? 'wird' : 'werden'} geprüft`,
  off: (count, all) => `${count} von ${all} aus`,
};

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
    'reconnect-needed': 'Neu verbinden nötig',
    'perks-needed': 'Supporter Perks nötig',
    'update-needed': 'Plugin-Update nötig',
    unknown: 'Nicht prüfbar',
    checking: 'Wird geprüft …',
    off: 'Aus',
  },
  count: (kind, count, all) => counted[kind](count, all),
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
  more: (listed, left) => `${listed} und ${left} weitere`,
  namelessPrinter: 'Drucker ohne Namen',
};
