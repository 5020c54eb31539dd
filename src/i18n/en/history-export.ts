import type { CsvTexts } from '../../domain/history-csv.ts';
import type { Message } from '../../domain/message.ts';
import { notWritten } from './not-written.ts';
import { plural } from './plural.ts';

/** Saving the outages of one printer, or of all, as a table. */
export const historyExport = {
  title: 'Export history',
  fileKind: 'Table (CSV)',
  exported: (count: number, path: string): Message => ({
    title: 'History exported',
    text: plural(count, {
      one: `The file contains ${count} disconnection.`,
      other: `The file contains ${count} disconnections.`,
    }),
    smallPrint: path,
  }),
  notExported: (code: string | null): Message => ({
    title: 'Couldn’t export the history',
    text: notWritten(code),
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
  csv: {
    columns: ['Printer', 'From (UTC)', 'Until (UTC)', 'Seconds', 'Certainty'],
    exact: 'exact',
    startUnseen: 'start not observed',
    endUnseen: 'end not observed',
    bothUnseen: 'start and end not observed',
    ongoing: 'ongoing',
  } as CsvTexts,
};
