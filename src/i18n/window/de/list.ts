import type { WindowMessages } from '../window-messages.ts';

export const list: WindowMessages['list'] = {
  order: 'Reihenfolge',
  orders: { 'needs-you-first': 'Dringendes zuerst', 'by-state': 'Nach Zustand', own: 'Eigene Reihenfolge' },
  needsYou: 'Dringendes',
  others: 'Alle übrigen',
  all: 'Drucker',
  since: (clock) => `seit ${clock}`,
  checking: (name) => `${name} wird jetzt geprüft.`,
  checkingAll: 'Alle Drucker werden jetzt geprüft.',
};
