import { release } from 'node:os';
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { Words } from '../domain/words/words.ts';
import type { AboutView, Answer } from '../ipc/contract.ts';

/** What runs here, and where it keeps its data. */
export function aboutThisApp(): AboutView {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return {
    electron,
    chromium: chrome,
    node,
    system: `${process.platform} ${release()}`,
    dataFolder: app.getPath('userData'),
  };
}

/** Opens the folder of the app's data in the desktop's file manager. Never rejects. */
export async function openDataFolder({ deeds }: Words): Promise<Answer> {
  const path = app.getPath('userData');
  const failed = await shell.openPath(path).catch(String);
  return failed === '' ? { ok: true } : { ok: false, message: deeds.folderDidNotOpen(path, failed) };
}

/** Opens the licences of all that the app is made of. Never rejects. */
export async function openLicences({ deeds }: Words): Promise<Answer> {
  const folder = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
  const path = join(folder, 'THIRD-PARTY-LICENCES.txt');
  const failed = await shell.openPath(path).catch(String);
  return failed === '' ? { ok: true } : { ok: false, message: deeds.fileDidNotOpen(path, failed) };
}
