import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const off: WindowMessages['off'] = {
  title: 'Ausgeschaltet',
  onPurpose: shared.offOnPurpose,
  onPurposeTitle: 'Diesen Drucker als „Aus“ anzeigen, bis er sich wieder verbindet',
  onPurposeHint:
    'Zeigt diesen Drucker als „Aus“ an, bis er sich wieder verbindet. Bis dahin wirst du nur benachrichtigt, wenn seine Verbindung ungültig wird.',
  often: shared.oftenOff,
  oftenHint: 'Zeigt diesen Drucker als „Aus“ an, wenn er getrennt ist, und benachrichtigt dich nie darüber.',
  isOff: (name) => `${name} ist absichtlich aus.`,
  isNotOff: (name) => `${name} ist nicht mehr absichtlich aus.`,
};
