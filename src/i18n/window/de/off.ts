import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const off: WindowMessages['off'] = {
  title: 'Ausschalten',
  onPurpose: shared.offOnPurpose,
  onPurposeTitle: 'Er ist ausgeschaltet: als „Aus“ zeigen, bis er sich wieder verbindet',
  onPurposeHint:
    'Zeigt diesen Drucker als „Aus“, bis er sich wieder verbindet. Bis dahin wird nur gemeldet, wenn seine Verbindung ungültig wird.',
  often: shared.oftenOff,
  oftenHint: 'Zeigt diesen Drucker immer als „Aus“, wenn er getrennt ist, und meldet das nie.',
  isOff: (name) => `${name} ist absichtlich aus.`,
  isNotOff: (name) => `${name} ist nicht mehr absichtlich aus.`,
};
