import type { Message } from '../../domain/message.ts';
import { notWritten } from './not-written.ts';
import { shared } from './shared.ts';

const printers = (count: number) => (count === 1 ? '1 printer' : `${count} printers`);

/** Taking the list of printers to another computer and back. */
export const lists = {
  exportTitle: 'Export list',
  importTitle: 'Import list',
  fileKind: shared.printerList,
  exported: (count: number, path: string): Message => ({
    title: `${printers(count)} exported`,
    text: 'The file holds names and order, no tokens. Import it on the other computer, then sign in for each printer there.',
    smallPrint: path,
  }),
  nothingNew: 'Nothing new to import',
  imported: (count: number) => `${printers(count)} imported`,
  signInForEach: 'Each asks you to sign in with OctoEverywhere: tokens do not travel with the list.',
  alreadyListed: (count: number) =>
    `${printers(count)} ${count === 1 ? 'was' : 'were'} in the list already and stayed as before.`,
  unreadable: (count: number) => `${count} of the file’s entries could not be read.`,
  empty: 'The file names no printers.',
  notExported: (code: string | null): Message => ({
    title: 'The list could not be exported',
    text: notWritten(code),
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
  newer: {
    title: 'This list comes from a newer OctoGlance',
    text: 'Nothing was imported and your list is as it was. Update OctoGlance, then import it again.',
    smallPrint: null,
  } as Message,
  notAList: (reason: string): Message => ({
    title: 'This file is not a list of printers',
    text: 'Nothing was imported and your list is as it was. Choose the file that “Export list…” wrote on the other computer.',
    smallPrint: reason,
  }),
};
