import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes electron-builder use installed tools instead of downloading them from GitHub, for a computer that can't reach
 * it: a .deb needs Debian's dpkg-deb, a .tar.gz the 7za from its package p7zip-full. AppImage and rpm can't be made
 * this way. Source: electron-builder 26, app-builder-lib/src/toolsets.
 * @returns {NodeJS.ProcessEnv} variables to add to its environment; none for a tool that is missing
 */
export function systemTools() {
  return {
    ...(existsSync('/usr/bin/dpkg-deb') ? { CUSTOM_FPM_PATH: join(import.meta.dirname, 'debian-package.mjs') } : {}),
    ...(existsSync('/usr/bin/7za') ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } : {}),
  };
}
