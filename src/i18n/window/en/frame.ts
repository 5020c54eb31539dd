import { shared } from '../../en/shared.ts';

/** The frame around every screen. */
export const frame = {
  demoMark: shared.demo,
  back: 'Back to printers',
  backTitle: 'Back to printers (Esc)',
  dismiss: 'Dismiss',
  dismissMessage: (title: string) => `Dismiss: ${title}`,
  cancel: 'Cancel',
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  bringUpKeychain: { 'keychain-locked': 'Unlock…', 'keychain-no-keyring': 'Set up…', 'keychain-denied': 'Ask again…' },
  addressCopied: 'Address copied.',
  tryAgain: 'Try again',
  starting: 'One moment…',
  startFailed: {
    title: 'The window can’t reach OctoGlance',
    text: 'It couldn’t load your printers, which are still being watched. Try again; if that doesn’t help, quit OctoGlance from its tray menu and restart it.',
    smallPrint: 'Request get-snapshot',
  },
  notThrough: (request: string) => ({
    title: 'That didn’t work',
    text: 'OctoGlance didn’t respond. Close and reopen this window, then try again.',
    smallPrint: `Request ${request}`,
  }),
  printerGone: shared.printerGone,
  tooOften: {
    title: 'Too many requests',
    text: 'Wait a few seconds, then try again.',
    smallPrint: null as string | null,
  },
};
