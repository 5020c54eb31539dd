import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

export interface ToSave {
  readonly title: string;
  /** Name of the file, without folder. */
  readonly name: string;
  readonly kind: Electron.FileFilter;
}

/** Asks the user where to put a file. Resolves to its absolute path, or to null when the user thought better of it. */
export async function whereToSave({ title, name, kind }: ToSave): Promise<string | null> {
  const options = { title, defaultPath: join(app.getPath('documents'), name), filters: [kind] };
  const parent = ownWindow();
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || !filePath ? null : filePath;
}

/** The window a dialog belongs to, if it is open. */
export function ownWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null;
}

/** A second click while the system's dialog is open, which may be behind other windows, opens no second one. */
export class OneDialog {
  #open = false;

  /** What `use` resolves to, or `otherwise` while another use is under way. */
  async run<Result>(use: () => Promise<Result>, otherwise: Result): Promise<Result> {
    if (this.#open) return otherwise;
    this.#open = true;
    try {
      return await use();
    } finally {
      this.#open = false;
    }
  }
}
