import type { Message } from '../../domain/message.ts';

/** Texts shown by both the main process and the window. */
export const shared = {
  printerList: 'Printer list',
  demo: 'Demo: simulated printers',
  refreshAll: 'Refresh all',
  settings: 'Settings',
  openPrinter: 'Open in OctoEverywhere',
  refresh: 'Refresh',
  copyLocalIp: 'Copy local IP',
  mute: 'Mute',
  unmute: 'Unmute',
  offOnPurpose: 'Off on purpose',
  oftenOff: 'Often switched off',
  snooze: 'Snooze notifications',
  oneHour: 'For 1 hour',
  untilTomorrow: 'Until tomorrow',
  computerOffline: 'This computer is offline',
  networkSignIn: 'This network may need a sign-in',
  copyAddress: 'Copy address',
  openAgain: 'Open again',
  nothingPasted: {
    title: 'Nothing pasted yet',
    text: 'Copy the app token or the address from your browser and paste it here.',
    smallPrint: null,
  } as Message,
  printerGone: {
    title: 'This printer is no longer in your list',
    text: 'It has been removed. Add it again if you want to watch it.',
    smallPrint: null,
  } as Message,
};
