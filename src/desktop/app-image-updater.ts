import { chmodSync, copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { AppImageUpdater } from 'electron-updater';

/**
 * Puts a newer AppImage in the place of the one that runs, under its own name: start at login and a new start after errors
 * know it by that. electron-updater 6.8 deletes the old one first, so that a full disk would leave none, gives the new one
 * the name of its version, and starts it once.
 */
export class CarefulAppImageUpdater extends AppImageUpdater {
  protected override doInstall(): boolean {
    const place = process.env['APPIMAGE'];
    const downloaded = this.installerPath;
    if (place === undefined || downloaded === null) return false;
    const beside = `${place}.new`;
    try {
      copyFileSync(downloaded, beside);
      if (statSync(beside).size !== statSync(downloaded).size) throw new Error('The copy is shorter than the download');
      chmodSync(beside, 0o755);
      renameSync(beside, place);
    } catch (error) {
      rmSync(beside, { force: true });
      this.dispatchError(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
    rmSync(downloaded, { force: true });
    return true;
  }
}
