import { app } from 'electron';
import { type AppImage, canBeStarted } from '../startup/app-image.ts';

/** Ends the app in an orderly way and starts it again with these arguments; `image` is the AppImage it runs from, or null. */
export function relaunch(args: readonly string[], image: AppImage | null): void {
  planRelaunch(args, image);
  app.quit();
}

/** Has the app start again with these arguments as soon as it has ended. */
export function planRelaunch(args: readonly string[], image: AppImage | null): void {
  // An AppImage is unpacked to a new place at every start: only its file can be started again. By now it may be another.
  const file = image !== null && canBeStarted(image) ? image.file : null;
  app.relaunch(file === null ? { args: [...args] } : { args: [...args], execPath: file });
}
