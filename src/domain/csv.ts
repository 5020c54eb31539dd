import type { Region } from './region.ts';

/**
 * Returns rows of cells as CSV (RFC 4180). Text that a spreadsheet would read as a formula is marked as text. Where
 * numbers have a decimal comma, the cells are separated by semicolons: Excel reads the separator from the region's
 * settings, and would put a row with commas into a single cell there.
 */
export function csvOf(rows: readonly (readonly string[])[], { decimalSign }: Pick<Region, 'decimalSign'>): string {
  const separator = decimalSign === ',' ? ';' : ',';
  return rows.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
