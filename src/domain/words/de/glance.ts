import type { StatusKind } from '../../status.ts';
import type { Words } from '../words.ts';

const counted: Readonly<Record<StatusKind, (count: number, all: number) => string>> = {
  online: (count, all) => `${count} von ${all} verbunden`,
  offline: (count, all) => `${count} von ${all} getrennt`,
  'reconnect-needed': (count, all) => `${count} von ${all} neu zu verbinden`,
  'perks-needed': (count, all) => `${count} von ${all} ${count === 1 ? 'braucht' : 'brauchen'} Supporter Perks`,
  'update-needed': (count, all) => `${count} von ${all} ${count === 1 ? 'braucht' : 'brauchen'} ein Plugin-Update`,
  unknown: (count, all) => `${count} von ${all} nicht prüfbar`,
  checking: (count, all) => `${count} von ${all} ${count === 1 ? 'wird' : 'werden'} geprüft`,
};

export const glance: Words['glance'] = {
  locale: 'de-DE',
  status: {
    online: 'Verbunden',
    offline: 'Getrennt',
    'reconnect-needed': 'Neu verbinden nötig',
    'perks-needed': 'Supporter Perks nötig',
    'update-needed': 'Plugin-Update nötig',
    unknown: 'Nicht prüfbar',
    checking: 'Wird geprüft …',
  },
  count: (kind, count, all) => counted[kind](count, all),
  lastKnown: '(zuletzt bekannt)',
  noPrinters: 'Noch keine Drucker',
  computerOffline: 'Dieser Computer ist offline',
  and: (start, last) => `${start} und ${last}`,
  more: (listed, left) => `${listed} und ${left} weitere`,
  namelessPrinter: 'Drucker ohne Namen',
};
