const { app, Menu, Notification, nativeImage, Tray } = require('electron');

/*
 * The least an Electron tray app can be: one icon, one menu entry, one notification. What everything costs is measured
 * against it, and the test desktop is tried with it.
 */

/** Kept so that they are not collected as garbage. */
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

function notify() {
  const notification = new Notification({ title: 'Floor', body: 'The entry was clicked' });
  notification.on('click', () => process.stdout.write('{"clicked":"notification"}\n'));
  notification.show();
  kept.push(notification);
}

app.whenReady().then(() => {
  const tray = new Tray(picture());
  tray.setToolTip('Floor is here');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Notify', click: notify }]));
  kept.push(tray);
  process.stdout.write(
    `${JSON.stringify({ ready: app.name, version: app.getVersion(), argv: process.argv.slice(1) })}\n`,
  );
});
