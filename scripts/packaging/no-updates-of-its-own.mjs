import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes app-update.yml out of what does not update itself: macOS takes only what is signed in place of an app, and an
 * unpacked folder is nobody's. electron-builder puts it into the AppImage later, into the installer for Windows before.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function noUpdatesOfItsOwn({ appOutDir, electronPlatformName, packager, targets }) {
  const isInstaller = electronPlatformName === 'win32' && targets.some(({ name }) => name.startsWith('nsis'));
  if (!isInstaller) await rm(join(packager.getResourcesDir(appOutDir), 'app-update.yml'), { force: true });
}
