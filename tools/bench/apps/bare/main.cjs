const { join } = require('node:path');
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron');

/*
 * The floor of the bench: the least an Electron app with a tray icon and a window on demand can be. Nothing in it is
 * tuned, so that what Chromium can be relieved of counts for OctoGlance and not for the floor.
 */

/** Kept so that it is not collected as garbage. */
const kept = [];

/** A green disc, drawn here so that the app reads no file. */
function picture() {
  const size = 22;
  const bgra = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (Math.hypot(row - 10.5, column - 10.5) < 10) bgra.set([60, 170, 40, 255], (row * size + column) * 4);
  return nativeImage.createFromBitmap(bgra, { width: size, height: size });
}

function openWindow() {
  const window = new BrowserWindow({ width: 480, height: 640, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'page.html'));
}

// Without a listener Electron quits with the last window.
app.on('window-all-closed', () => {});
app.whenReady().then(() => {
  const tray = new Tray(picture());
  tray.setToolTip('Bare is here');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Show window', click: openWindow }]));
  tray.on('click', openWindow);
  kept.push(tray);
});
