import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Whether this is a package, not a checkout. */
export function isPackaged(): boolean {
  return app.isPackaged;
}

/** Whether Windows' installer put the app here. */
export function hasUninstaller(): boolean {
  return existsSync(join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`));
}
