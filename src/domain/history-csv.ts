import { csvOf } from './csv.ts';
import type { Region } from './region.ts';
import type { History } from './spans.ts';
import type { Instant } from './time.ts';

/** One printer in the export. */
export interface PrinterOutages {
  readonly name: string;
  readonly history: History;
}

/** The names of the columns, and the values of the last one. */
export interface CsvTexts {
  readonly columns: readonly [printer: string, from: string, until: string, seconds: string, certainty: string];
  readonly exact: string;
  /** The outage may have been longer at its start, its end, or both. */
  readonly startUnseen: string;
  readonly endUnseen: string;
  readonly bothUnseen: string;
  readonly ongoing: string;
}

/**
 * Returns the outages of all printers as CSV (see `csvOf`), one per line with its UTC times in ISO 8601, its length in
 * seconds and how certain its ends are: next to a gap in the history they are only the first or last sighting. An
 * outage that is ongoing at `now` has no end.
 */
export function outagesCsv(
  printers: readonly PrinterOutages[],
  now: Instant,
  texts: CsvTexts,
  region: Pick<Region, 'decimalSign'>,
): string {
  const lines = printers.flatMap(({ name, history }) =>
    history.flatMap(({ state, from, to }, index) => {
      if (state !== 'disconnected') return [];
      const isOngoing = index === history.length - 1 && to >= now;
      const startsSeen = history[index - 1]?.to === from;
      const endsSeen = history[index + 1]?.from === to;
      const until = isOngoing ? '' : iso(to);
      const seconds = String(Math.round((to - from) / 1_000));
      return [[name, iso(from), until, seconds, certainty(startsSeen, endsSeen, isOngoing, texts)]];
    }),
  );
  return csvOf([texts.columns, ...lines], region);
}

function certainty(startsSeen: boolean, endsSeen: boolean, isOngoing: boolean, texts: CsvTexts): string {
  const end = isOngoing ? texts.ongoing : endsSeen ? null : texts.endUnseen;
  if (startsSeen) return end ?? texts.exact;
  if (end === null) return texts.startUnseen;
  return isOngoing ? `${texts.startUnseen}; ${texts.ongoing}` : texts.bothUnseen;
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
