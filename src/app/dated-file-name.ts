import type { Instant } from '../domain/time.ts';

/**
 * Returns the name suggested for a file that the user saves, with today's date on the computer's clock:
 * `octoglance-history-2025-11-12.csv`. ISO order, so that the files sort by date.
 */
export function datedFileName(subject: string, at: Instant, extension: string): string {
  const date = new Date(at);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
  return `octoglance-${subject}-${day}.${extension}`;
}
