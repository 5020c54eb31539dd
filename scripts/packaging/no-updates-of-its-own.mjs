import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes app-update.yml from packages that don't update themselves: macOS only accepts signed updates, and an unpacked
 * folder isn't installed. electron-builder adds the file to the AppImage later, and to the Windows installer earlier.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function noUpdatesOfItsOwn({ appOutDir, electronPlatformName, packager, targets }) {
  const isInstaller = electronPlatformName === 'win32' && targets.some(({ name }) => name.startsWith('nsis'));
  if (!isInstaller) await rm(join(packager.getResourcesDir(appOutDir), 'app-update.yml'), { force: true });
}
