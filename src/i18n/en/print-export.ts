import type { Message } from '../../domain/message.ts';
import type { PrintCsvTexts } from '../../domain/print/print-csv.ts';
import { notWritten } from './not-written.ts';
import { plural } from './plural.ts';

/** Texts for exporting the prints of one printer, or of all. */
export const printExport = {
  title: 'Export prints',
  fileKind: 'Table (CSV)',
  exported: (count: number, path: string): Message => ({
    title: 'Prints exported',
    text: plural(count, { one: `The file contains ${count} print.`, other: `The file contains ${count} prints.` }),
    smallPrint: path,
  }),
  notExported: (code: string | null): Message => ({
    title: 'Couldn’t export the prints',
    text: notWritten(code),
    smallPrint: `System error ${code ?? 'unknown'}`,
  }),
  csv: {
    columns: ['Printer', 'File', 'Ended (UTC)', 'Result', 'Seconds', 'Certainty'],
    results: { finished: 'finished', failed: 'failed', cancelled: 'cancelled', unknown: 'unknown' },
    exact: 'exact',
    about: 'end not observed',
  } as PrintCsvTexts,
};
