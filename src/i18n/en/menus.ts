import { shared } from './shared.ts';

/** The context menus of the window: for printers and for text. */
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
