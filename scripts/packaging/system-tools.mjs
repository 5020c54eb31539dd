import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where electron-builder finds tools that it would otherwise fetch from GitHub, for a machine that cannot reach it: a .deb
 * needs Debian's dpkg-deb, a .tar.gz the 7za of its package p7zip-full. AppImage and rpm cannot be made so.
 * Source: electron-builder 26, app-builder-lib/src/toolsets.
 * @returns {NodeJS.ProcessEnv} what is to be added to its environment; nothing for a tool that is not there
 */
export function systemTools() {
  return {
    ...(existsSync('/usr/bin/dpkg-deb') ? { CUSTOM_FPM_PATH: join(import.meta.dirname, 'debian-package.mjs') } : {}),
    ...(existsSync('/usr/bin/7za') ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } : {}),
  };
}
