/** Shown once, when the window is closed for the first time. */
export const closing = {
  title: 'OctoGlance is still running',
  text: 'It keeps watching your printers from the tray. Click its icon to open the window again.',
  textWithoutTray: 'It keeps watching your printers. Start it again to open the window.',
  quitInstead: 'Quit instead',
};
