import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Whether this is a package rather than a checkout. */
export function isPackaged(): boolean {
  return app.isPackaged;
}

/** The version of this app. */
export function appVersion(): string {
  return app.getVersion();
}

/** Whether the app was installed by the Windows installer. */
export function hasUninstaller(): boolean {
  return existsSync(join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`));
}
