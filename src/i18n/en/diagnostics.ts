import type { Message } from '../../domain/message.ts';
import { notWritten } from './not-written.ts';

/** Saving what a report about a fault needs. */
export const diagnostics = {
  dialogTitle: 'Save diagnostics',
  fileKind: 'Text',
  saved: (path: string): Message => ({
    title: 'Diagnostics saved',
    text: 'The file holds versions, settings and the newest lines of the log; no tokens, no names or addresses of printers. Read it before you send it to anybody.',
    smallPrint: path,
  }),
  notSaved: (code: string | null): Message => ({
    title: 'The diagnostics could not be saved',
    text: notWritten(code),
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
};
