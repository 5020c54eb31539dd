import type { Message } from '../../domain/message.ts';
import { notWritten } from './not-written.ts';
import { plural } from './plural.ts';
import { shared } from './shared.ts';

/** Exporting and importing the printer list. */
export const lists = {
  exportTitle: 'Export list',
  importTitle: 'Import list',
  fileKind: shared.printerList,
  exported: (count: number, path: string): Message => ({
    title: plural(count, { one: `${count} printer exported`, other: `${count} printers exported` }),
    text: 'The file contains printer names, tags and order, but no tokens. Import it on the other computer, then sign in for each printer there.',
    smallPrint: path,
  }),
  nothingNew: 'Nothing new to import',
  imported: (count: number) => plural(count, { one: `${count} printer imported`, other: `${count} printers imported` }),
  signInForEach: 'You’ll need to sign in for each one: the list contains no tokens.',
  alreadyListed: (count: number) =>
    plural(count, {
      one: `${count} printer is already in your list and wasn’t changed.`,
      other: `${count} printers are already in your list and weren’t changed.`,
    }),
  unreadable: (count: number) =>
    plural(count, {
      one: `${count} entry in the file couldn’t be read.`,
      other: `${count} entries in the file couldn’t be read.`,
    }),
  empty: 'The file contains no printers.',
  notExported: (code: string | null): Message => ({
    title: 'Couldn’t export the list',
    text: notWritten(code),
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
  newer: {
    title: 'This list was made by a newer version of OctoGlance',
    text: 'Nothing was imported; your list is unchanged. Update OctoGlance, then import it again.',
    smallPrint: null,
  } as Message,
  notAList: (reason: string): Message => ({
    title: 'This file isn’t a printer list',
    text: 'Nothing was imported; your list is unchanged. Choose the file that “Export list…” saved on the other computer.',
    smallPrint: reason,
  }),
};
