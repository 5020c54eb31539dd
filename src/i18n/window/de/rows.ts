import type { WindowMessages } from '../window-messages.ts';

export const rows: WindowMessages['rows'] = {
  named: (label, printer) => `${label}: ${printer}`,
  open: 'Öffnen',
  learnMore: 'Mehr dazu',
  setUpGuide: 'Anleitung',
  sortAgain: (count) => `${count} geändert: neu sortieren`,
  nameCopied: 'Name kopiert.',
  day: '24 Std.',
};
