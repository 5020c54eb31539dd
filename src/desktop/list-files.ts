import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { PrinterList } from '../connections/printer-list.ts';
import type { Message } from '../domain/message.ts';
import type { Instant } from '../domain/time.ts';
import type { ToldAnswer } from '../ipc/contract.ts';
import { readListFile, writeListFile } from '../storage/printer-list-file.ts';

const filters = [{ name: 'List of printers', extensions: ['json'] }];

const thoughtBetter: ToldAnswer = { ok: true, told: null };

/** Takes the list of printers to another computer and back, through files that the user chooses. */
export class ListFiles {
  readonly #parts: { readonly list: PrinterList; readonly now: () => Instant };
  #asking = false;

  constructor(parts: { list: PrinterList; now: () => Instant }) {
    this.#parts = parts;
  }

  /** Asks where to, and writes the list there. */
  exportList(): Promise<ToldAnswer> {
    return this.#oneDialog(async () => {
      const day = new Date(this.#parts.now()).toISOString().slice(0, 10);
      const options = {
        title: 'Export list',
        defaultPath: join(app.getPath('documents'), `octoglance-printers-${day}.json`),
        filters,
      };
      const parent = ownWindow();
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      if (canceled || !filePath) return thoughtBetter;
      const printers = this.#parts.list.exported();
      const failed = await writeListFile(filePath, printers);
      return failed === null ? { ok: true, told: exported(printers.length, filePath) } : { ok: false, message: failed };
    });
  }

  /** Asks for a file, and adds the printers in it that are not in the list yet. */
  importList(): Promise<ToldAnswer> {
    return this.#oneDialog(async () => {
      const options = { title: 'Import list', properties: ['openFile' as const], filters };
      const parent = ownWindow();
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      const [path] = filePaths;
      if (canceled || path === undefined) return thoughtBetter;
      const read = readListFile(path);
      if (!read.ok) return read;
      const result = await this.#parts.list.add(read.printers);
      if ('title' in result) return { ok: false, message: result };
      return { ok: true, told: imported(result.added, read.printers.length - result.added, read.unreadable) };
    });
  }

  /** A second click while the system's dialog is open, which may be behind other windows, opens no second one. */
  async #oneDialog(use: () => Promise<ToldAnswer>): Promise<ToldAnswer> {
    if (this.#asking) return thoughtBetter;
    this.#asking = true;
    try {
      return await use();
    } finally {
      this.#asking = false;
    }
  }
}

function ownWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null;
}

const counted = (count: number) => (count === 1 ? '1 printer' : `${count} printers`);

function exported(count: number, path: string): Message {
  return {
    title: `${counted(count)} exported`,
    text: 'The file holds names and order, no tokens. Import it on the other computer, then sign in for each printer there.',
    smallPrint: path,
  };
}

function imported(added: number, known: number, unreadable: number): Message {
  const said = [];
  if (added > 0) said.push('Each asks you to sign in with OctoEverywhere: tokens do not travel with the list.');
  if (known > 0)
    said.push(`${counted(known)} ${known === 1 ? 'was' : 'were'} in the list already and stayed as before.`);
  if (unreadable > 0) said.push(`${unreadable} of the file’s entries could not be read.`);
  if (said.length === 0) said.push('The file names no printers.');
  return {
    title: added === 0 ? 'Nothing new to import' : `${counted(added)} imported`,
    text: said.join(' '),
    smallPrint: null,
  };
}
