import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes from a copied Electron what is only for development: its default app and its version file. electron-builder
 * does so itself for an Electron that it downloaded, but not for a given one. On macOS Chromium's licences are next to
 * the app and would be left behind, so they are moved into it.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function tidyElectron({ appOutDir, electronPlatformName }) {
  const isMac = electronPlatformName === 'darwin';
  const resources = isMac ? join(appOutDir, 'Electron.app', 'Contents', 'Resources') : join(appOutDir, 'resources');
  for (const path of [join(resources, 'app'), join(resources, 'default_app.asar'), join(appOutDir, 'version')])
    await rm(path, { recursive: true, force: true });
  if (isMac) await copyFile(join(appOutDir, 'LICENSES.chromium.html'), join(resources, 'LICENSES.chromium.html'));
}
