import type { Message } from '../../../domain/message.ts';
import { shared } from '../../en/shared.ts';

/** What stands around every screen. */
export const frame = {
  demoMark: shared.demo,
  back: 'Back to printers',
  backTitle: 'Back to printers (Esc)',
  dismiss: 'Dismiss',
  dismissMessage: (title: string) => `Dismiss: ${title}`,
  cancel: 'Cancel',
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  addressCopied: 'Address copied.',
  tryAgain: 'Try again',
  starting: 'One moment…',
  startFailed: {
    title: 'The window can’t reach OctoGlance',
    text: 'It got no answer about your printers, which are still watched. Try again; if that does not help, quit OctoGlance from its tray menu and start it anew.',
    smallPrint: 'Request get-snapshot',
  },
  notThrough: (request: string) => ({
    title: 'That did not work',
    text: 'The window got no answer from OctoGlance itself. Close the window, open it again and repeat what you did.',
    smallPrint: `Request ${request}`,
  }),
  printerGone: {
    title: 'This printer is no longer in the list',
    text: 'It was removed in the meantime. Add it again if you want to watch it.',
    smallPrint: null,
  } as Message,
  tooOften: {
    title: 'That was asked for very often',
    text: 'OctoGlance does it again in a few seconds. Wait a moment, then try again.',
    smallPrint: null,
  } as Message,
};
