import type { Words } from '../words.ts';

export const off: Words['off'] = {
  title: 'Ausschalten',
  onPurpose: 'Absichtlich aus',
  onPurposeTitle: 'Er ist ausgeschaltet: als „Aus“ zeigen, bis er sich wieder verbindet',
  onPurposeHint:
    'Zeigt diesen Drucker als „Aus“, bis er sich wieder verbindet. Bis dahin wird nur gemeldet, wenn seine Verbindung ungültig wird.',
  often: 'Oft ausgeschaltet',
  oftenHint: 'Zeigt diesen Drucker immer als „Aus“, wenn er getrennt ist, und meldet das nie.',
  isOff: (name) => `${name} ist absichtlich aus.`,
  isNotOff: (name) => `${name} ist nicht mehr absichtlich aus.`,
};
