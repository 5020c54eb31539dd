/** Shown once, when the window is closed for the first time. */
export const closing = {
  title: 'OctoGlance is still running',
  text: 'It keeps watching your printers from the tray. Click its icon to open the window again.',
  textWithoutTray: 'It keeps watching your printers. Start it again to open the window.',
  quitInstead: 'Quit instead',
  /** In the window when it is opened again, if no notification could be shown. */
  keptRunning: {
    title: 'OctoGlance kept running',
    text: 'Closing the window doesn’t quit it: it keeps watching your printers from the tray. To quit, choose Quit in the menu of its icon.',
    textWithoutTray: 'Closing the window doesn’t quit it: it keeps watching your printers. To quit, press Ctrl+Q.',
  },
};
