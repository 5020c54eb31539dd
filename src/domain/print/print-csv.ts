import { csvOf } from '../csv.ts';
import type { Region } from '../region.ts';
import type { PrintResult } from './print.ts';
import type { PrintHistory } from './print-history.ts';

/** The prints of one printer. */
export interface PrinterPrints {
  readonly name: string;
  readonly prints: PrintHistory;
}

/** The column headings and the texts in the cells. */
export interface PrintCsvTexts {
  readonly columns: readonly [
    printer: string,
    file: string,
    ended: string,
    result: string,
    seconds: string,
    certainty: string,
  ];
  readonly results: Readonly<Record<PrintResult, string>>;
  readonly exact: string;
  readonly about: string;
}

/** Returns prints as CSV: end (UTC, ISO 8601) and whether that is exact, result, and duration in seconds. */
export function printsCsv(
  printers: readonly PrinterPrints[],
  texts: PrintCsvTexts,
  region: Pick<Region, 'decimalSign'>,
): string {
  const lines = printers.flatMap(({ name, prints }) =>
    prints.map(({ fileName, endedAt, result, duration, exact }) => [
      name,
      fileName ?? '',
      new Date(endedAt).toISOString(),
      texts.results[result],
      duration === null ? '' : String(Math.round(duration / 1_000)),
      exact ? texts.exact : texts.about,
    ]),
  );
  return csvOf([texts.columns, ...lines], region);
}
