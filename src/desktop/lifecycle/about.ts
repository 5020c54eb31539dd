import { release } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { AboutView } from '../../contract/contract.ts';
import type { RequestResult } from '../../domain/results.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Opening } from '../integration/link-opener.ts';

/** The versions and the system, and where data is stored: in `dataFolder` (absolute). */
export function aboutThisApp(dataFolder: string): AboutView {
  const { electron, chromium, node } = versions();
  return { electron, chromium, node, system: `${process.platform} ${release()}`, dataFolder };
}

/** Versions of the app and of its runtime. */
export function versions(): Pick<AboutView, 'electron' | 'chromium' | 'node'> & { readonly app: string } {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { app: app.getVersion(), electron, chromium: chrome, node };
}

/** The user's home folder, absolute. */
export function homeFolder(): string {
  return app.getPath('home');
}

type OpenFile = (path: string) => Promise<Opening>;

/** Opens the data folder (absolute) in the desktop's file manager. Never rejects. */
export async function openDataFolder(path: string, open: OpenFile, { errors }: Messages): Promise<RequestResult> {
  const opening = await open(path);
  return opening.kind === 'failed' ? { ok: false, message: errors.folderDidNotOpen(path, opening.why) } : { ok: true };
}

/** Opens the licences of everything the app contains. Never rejects. */
export async function openLicences(open: OpenFile, { errors }: Messages): Promise<RequestResult> {
  const folder = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
  const path = join(folder, 'THIRD-PARTY-LICENCES.txt');
  const opening = await open(path);
  return opening.kind === 'failed' ? { ok: false, message: errors.fileDidNotOpen(path, opening.why) } : { ok: true };
}
