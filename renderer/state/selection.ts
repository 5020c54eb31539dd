import { computed, signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';
import { messages } from '../messages.ts';
import { announce } from './announcements.ts';
import { shownIds } from './filter.ts';
import { printerIds } from './fleet.ts';
import { groups } from './order.ts';
import { extended, nothing, type Selection, toggled } from './select-rows.ts';

const selection = signal<Selection>(nothing);

/** The printers shown, in the order of the list. */
const inOrder = computed(() => {
  const shown = new Set(shownIds.value);
  return groups.value.flatMap(({ ids }) => ids.filter((id) => shown.has(id)));
});

/**
 * The selected printers in the order of the list. Those that the filter hides don't count, so that nothing happens
 * unseen; nor does a single printer, which is shown as a card.
 */
export const selectedIds = computed<readonly PrinterId[]>(() =>
  printerIds.value.length < 2 ? [] : inOrder.value.filter((id) => selection.value.ids.has(id)),
);

/** Whether any row is selected. */
export const selecting = computed(() => selectedIds.value.length > 0);

/** Whether a row is selected. */
export function isSelected(id: PrinterId): boolean {
  return selection.value.ids.has(id);
}

/** Selects a row, or deselects it; with `range`, selects all rows from the last one to it. */
export function select(id: PrinterId, range: boolean): void {
  const { value } = selection;
  set(range ? extended(value, inOrder.peek(), id) : toggled(value, id));
}

/** Selects all rows that the list shows. */
export function selectAll(): void {
  set({ ids: new Set(inOrder.peek()), anchor: null });
}

/** Selects nothing. */
export function deselect(): void {
  set(nothing);
}

function set(next: Selection): void {
  selection.value = next;
  announce(messages.peek().selection.selected(selectedIds.peek().length));
}
