import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';

/** The user's filter for the list. */
export interface Filter {
  /** Words that must all occur in the name or the tags, in any order, ignoring case and accents. */
  readonly text: string;
  /** Null for all states. */
  readonly state: ShownStatus | null;
  /** Null for any tag or none. */
  readonly tag: string | null;
}

/** Whether the filter excludes anything. */
export function isActive(filter: Filter): boolean {
  return filter.state !== null || filter.tag !== null || plain(filter.text).trim() !== '';
}

/** Whether a printer matches the filter. */
export function matchesFilter(printer: Pick<PrinterView, 'name' | 'status' | 'tags'>, filter: Filter): boolean {
  if (filter.state !== null && printer.status !== filter.state) return false;
  if (filter.tag !== null && !printer.tags.includes(filter.tag)) return false;
  const name = plain([printer.name, ...printer.tags].join(' '));
  return plain(filter.text)
    .split(/\s+/u)
    .every((word) => name.includes(word));
}

/** Ignores case and accents: users type "muller" for "Müller". */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
