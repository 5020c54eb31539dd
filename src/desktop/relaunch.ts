import { app } from 'electron';

/** Ends the app in an orderly way and starts it again with these arguments. */
export function relaunch(args: readonly string[]): void {
  // An AppImage is unpacked to a new place at every start: only its file can be started again.
  const image = process.env['APPIMAGE'];
  app.relaunch(image === undefined ? { args: [...args] } : { args: [...args], execPath: image });
  app.quit();
}
