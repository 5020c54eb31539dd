import type { Message } from '../../domain/message.ts';
import { notWritten } from './not-written.ts';

/** Saving diagnostics for a bug report. */
export const diagnostics = {
  dialogTitle: 'Save diagnostics',
  fileKind: 'Text file',
  saved: (path: string): Message => ({
    title: 'Diagnostics saved',
    text: 'The file contains version numbers, settings and recent log lines, but no tokens, printer names or addresses. Review it before sharing.',
    smallPrint: path,
  }),
  copied: {
    title: 'Diagnostics copied',
    text: 'Your browser will open the report form. Paste them there, review them and describe what happened. They contain no tokens, printer names or addresses.',
    smallPrint: null,
  } as Message,
  notCopied: (code: string | null): Message => ({
    title: 'Couldn’t collect the diagnostics',
    text: 'Try “Save diagnostics…” instead.',
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
  notSaved: (code: string | null): Message => ({
    title: 'Couldn’t save the diagnostics',
    text: notWritten(code),
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
};
