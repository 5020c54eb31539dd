import { shared } from './shared.ts';

/** The menus that a right click opens in the window: of a printer, and of text. */
export const menus = {
  open: shared.openPrinter,
  details: 'Details',
  refresh: shared.refresh,
  copyName: 'Copy name',
  copyLocalIp: shared.copyLocalIp,
  offOnPurpose: shared.offOnPurpose,
  mute: shared.mute,
  reconnect: 'Reconnect…',
  remove: 'Remove…',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
};
