import type { WindowMessages } from '../window-messages.ts';

export const list: WindowMessages['list'] = {
  order: 'Sortieren nach',
  orders: {
    'needs-you-first': 'Handlungsbedarf zuerst',
    'by-state': 'Status',
    'done-next': 'Als Nächstes fertig',
    own: 'Eigene Reihenfolge',
  },
  needsYou: 'Handlungsbedarf',
  others: 'Weitere',
  all: 'Drucker',
  since: (clock) => `seit ${clock}`,
  checking: (name) => `${name} wird geprüft …`,
  checkingAll: 'Alle Drucker werden geprüft …',
};
