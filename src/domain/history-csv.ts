import type { History } from './spans.ts';
import type { Instant } from './time.ts';

/** What is written of one printer. */
export interface PrinterOutages {
  readonly name: string;
  readonly history: History;
}

/** The names of the columns, and what stands in the last one. */
export interface CsvWords {
  readonly columns: readonly [printer: string, from: string, until: string, seconds: string, certainty: string];
  readonly exact: string;
  /** The printer may have been gone for longer before it, after it, or at both ends. */
  readonly startUnseen: string;
  readonly endUnseen: string;
  readonly bothUnseen: string;
  readonly ongoing: string;
}

/**
 * The outages of all printers as CSV (RFC 4180), each on a line with its UTC times in ISO 8601, its length in seconds and how
 * sure its ends are: those next to a time that nobody watched are the first and last sighting. What lasts at `now` has no end.
 */
export function outagesCsv(printers: readonly PrinterOutages[], now: Instant, words: CsvWords): string {
  const lines = printers.flatMap(({ name, history }) =>
    history.flatMap(({ state, from, to }, index) => {
      if (state !== 'disconnected') return [];
      const isOngoing = index === history.length - 1 && to >= now;
      const startsSeen = history[index - 1]?.to === from;
      const endsSeen = history[index + 1]?.from === to;
      const until = isOngoing ? '' : iso(to);
      const seconds = String(Math.round((to - from) / 1_000));
      return [[name, iso(from), until, seconds, certainty(startsSeen, endsSeen, isOngoing, words)]];
    }),
  );
  return [words.columns, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function certainty(startsSeen: boolean, endsSeen: boolean, isOngoing: boolean, words: CsvWords): string {
  const end = isOngoing ? words.ongoing : endsSeen ? null : words.endUnseen;
  if (startsSeen) return end ?? words.exact;
  if (end === null) return words.startUnseen;
  return isOngoing ? `${words.startUnseen}; ${words.ongoing}` : words.bothUnseen;
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

/** A name that a spreadsheet would take for a formula is only text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
