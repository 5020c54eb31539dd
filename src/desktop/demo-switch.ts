import type { AppImage } from '../startup/app-image.ts';
import { demoArguments } from '../startup/restart-arguments.ts';
import { relaunch } from './relaunch.ts';

/** Starts the app anew with simulated printers in a profile of their own, or back with the user's. The present one ends. */
export function restartIntoDemo(demo: boolean, image: AppImage | null): void {
  relaunch(demoArguments(process.argv.slice(1), demo), image);
}
