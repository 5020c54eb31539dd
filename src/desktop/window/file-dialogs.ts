import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

export type FileKind = Electron.FileFilter;

export interface ToSave {
  readonly title: string;
  /** File name without folder. */
  readonly name: string;
  readonly kind: FileKind;
}

/** Asks the user where to save a file. Resolves to its absolute path, or null if the user cancelled. */
export async function whereToSave({ title, name, kind }: ToSave): Promise<string | null> {
  const options = { title, defaultPath: join(app.getPath('documents'), name), filters: [kind] };
  const parent = ownWindow();
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || !filePath ? null : filePath;
}

/** Asks the user to choose a file. Resolves to its absolute path, or null if the user cancelled. */
export async function whatToOpen({ title, kind }: Pick<ToSave, 'title' | 'kind'>): Promise<string | null> {
  const options = { title, properties: ['openFile' as const], filters: [kind] };
  const parent = ownWindow();
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** The parent window for dialogs, if it is open. */
function ownWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null;
}
