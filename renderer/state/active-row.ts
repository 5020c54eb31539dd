import { computed, signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';
import { shownIds } from './filter.ts';
import { groups } from './order.ts';

/** The row that last had the focus. */
const last = signal<PrinterId | null>(null);

/** The one row of the list that Tab reaches: the one that last had the focus, else the first one shown. */
export const activeRow = computed<PrinterId | null>(() => {
  const shown = new Set(shownIds.value);
  if (last.value !== null && shown.has(last.value)) return last.value;
  for (const { ids } of groups.value) {
    const first = ids.find((id) => shown.has(id));
    if (first !== undefined) return first;
  }
  return null;
});

/** Makes Tab lead to that row. */
export function activate(id: PrinterId): void {
  last.value = id;
}
