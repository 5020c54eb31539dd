/** What stands around every screen. */
export const frame = {
  demoMark: 'Demo: simulated printers',
  back: 'Back to printers',
  backTitle: 'Back to printers (Esc)',
  dismiss: 'Dismiss',
  dismissMessage: (title: string) => `Dismiss: ${title}`,
  cancel: 'Cancel',
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
};
