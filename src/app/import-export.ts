import type { PrinterList } from '../connections/printer-list.ts';
import { type FileKind, whatToOpen } from '../desktop/window/file-dialogs.ts';
import type { Message } from '../domain/message.ts';
import type { ActionResult } from '../domain/results.ts';
import type { Clock } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { readListFile, writeListFile } from '../storage/printer-list-file.ts';
import { datedFileName } from './dated-file-name.ts';
import type { OneDialog } from './one-dialog.ts';

const cancelled: ActionResult = { ok: true, message: null };

export interface ImportExportParts {
  readonly list: PrinterList;
  readonly dialogs: OneDialog;
  readonly clock: Pick<Clock, 'now'>;
  readonly messages: () => Messages;
}

/** Moves the printer list between computers through files chosen by the user. */
export class ImportExport {
  readonly #parts: ImportExportParts;

  constructor(parts: ImportExportParts) {
    this.#parts = parts;
  }

  /** Asks for a file and writes the list to it. */
  exportList(): Promise<ActionResult> {
    return this.#parts.dialogs.run(async () => {
      const messages = this.#parts.messages();
      const path = await this.#parts.dialogs.whereToSave({
        title: messages.lists.exportTitle,
        name: datedFileName('printers', this.#parts.clock.now(), 'json'),
        kind: jsonFiles(messages),
      });
      if (path === null) return cancelled;
      const printers = this.#parts.list.exported();
      const failed = await writeListFile(path, printers, messages);
      if (failed !== null) return { ok: false, message: failed };
      return { ok: true, message: messages.lists.exported(printers.length, path) };
    });
  }

  /** Asks for a file and adds its printers that are not in the list yet. */
  importList(): Promise<ActionResult> {
    return this.#parts.dialogs.run(async () => {
      const messages = this.#parts.messages();
      const { importTitle: title } = messages.lists;
      const path = await whatToOpen({ title, kind: jsonFiles(messages) });
      if (path === null) return cancelled;
      const read = await readListFile(path, messages);
      if (!read.ok) return read;
      const result = await this.#parts.list.add(read.printers);
      if ('title' in result) return { ok: false, message: result };
      return {
        ok: true,
        message: imported(result.added, read.printers.length - result.added, read.unreadable, messages),
      };
    });
  }
}

function jsonFiles({ lists }: Messages): FileKind {
  return { name: lists.fileKind, extensions: ['json'] };
}

function imported(added: number, known: number, unreadable: number, { lists }: Messages): Message {
  const texts = [];
  if (added > 0) texts.push(lists.signInForEach);
  if (known > 0) texts.push(lists.alreadyListed(known));
  if (unreadable > 0) texts.push(lists.unreadable(unreadable));
  if (texts.length === 0) texts.push(lists.empty);
  return { title: added === 0 ? lists.nothingNew : lists.imported(added), text: texts.join(' '), smallPrint: null };
}
