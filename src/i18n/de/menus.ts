import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

export const menus: Messages['menus'] = {
  open: shared.openPrinter,
  details: 'Details anzeigen',
  refresh: shared.refresh,
  copyName: 'Namen kopieren',
  copyLocalIp: shared.copyLocalIp,
  offOnPurpose: shared.offOnPurpose,
  mute: shared.mute,
  reconnect: 'Erneut verbinden …',
  remove: 'Entfernen …',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
};
