import { release } from 'node:os';
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { Words } from '../domain/words/words.ts';
import type { AboutView, Answer } from '../ipc/contract.ts';

/** What runs here, and where it keeps its data: in `dataFolder` (absolute). */
export function aboutThisApp(dataFolder: string): AboutView {
  return { ...versions(), system: `${process.platform} ${release()}`, dataFolder };
}

/** Of what the app runs on. */
export function versions(): Pick<AboutView, 'electron' | 'chromium' | 'node'> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { electron, chromium: chrome, node };
}

/** Opens the folder of the app's data (absolute) in the desktop's file manager. Never rejects. */
export async function openDataFolder(path: string, { deeds }: Words): Promise<Answer> {
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
