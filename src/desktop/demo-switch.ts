import { app } from 'electron';
import { demoArguments } from '../startup/demo-arguments.ts';

/** Starts the app anew with simulated printers in a profile of their own, or back with the user's. The present one ends. */
export function restartIntoDemo(demo: boolean): void {
  const args = [...demoArguments(process.argv.slice(1), demo)];
  // An AppImage is unpacked to a new place at every start: only its file can be started again.
  const image = process.env['APPIMAGE'];
  app.relaunch(image === undefined ? { args } : { args, execPath: image });
  app.quit();
}
