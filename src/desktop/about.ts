import { release } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { Words } from '../domain/words/words.ts';
import type { AboutView, Answer } from '../ipc/contract.ts';
import type { Opening } from './browser/link-opener.ts';

/** What runs here, and where it keeps its data: in `dataFolder` (absolute). */
export function aboutThisApp(dataFolder: string): AboutView {
  return { ...versions(), system: `${process.platform} ${release()}`, dataFolder };
}

/** Of what the app runs on. */
export function versions(): Pick<AboutView, 'electron' | 'chromium' | 'node'> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { electron, chromium: chrome, node };
}

type OpenFile = (path: string) => Promise<Opening>;

/** Opens the folder of the app's data (absolute) in the desktop's file manager. Never rejects. */
export async function openDataFolder(path: string, open: OpenFile, { deeds }: Words): Promise<Answer> {
  const opening = await open(path);
  return opening.kind === 'failed' ? { ok: false, message: deeds.folderDidNotOpen(path, opening.why) } : { ok: true };
}

/** Opens the licences of all that the app is made of. Never rejects. */
export async function openLicences(open: OpenFile, { deeds }: Words): Promise<Answer> {
  const folder = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
  const path = join(folder, 'THIRD-PARTY-LICENCES.txt');
  const opening = await open(path);
  return opening.kind === 'failed' ? { ok: false, message: deeds.fileDidNotOpen(path, opening.why) } : { ok: true };
}
