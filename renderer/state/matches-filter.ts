import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';

/** What the user wants to see of the list. */
export interface Filter {
  /** Words that all have to stand in the name, in any order; capitals and accents do not count. */
  readonly text: string;
  /** Null for every state. */
  readonly state: ShownStatus | null;
}

/** Whether the filter leaves anything out. */
export function isActive(filter: Filter): boolean {
  return filter.state !== null || plain(filter.text).trim() !== '';
}

/** Whether a printer is one of those that are wanted. */
export function fitsFilter(printer: Pick<PrinterView, 'name' | 'status'>, filter: Filter): boolean {
  if (filter.state !== null && printer.status !== filter.state) return false;
  const name = plain(printer.name);
  return plain(filter.text)
    .split(/\s+/u)
    .every((word) => name.includes(word));
}

/** People type "Muller" for "Müller" and do not look at capitals. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
