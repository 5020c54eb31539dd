import { computed, signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';
import { filterOffered, shownIds } from './filter.ts';
import { printerIds, viewOf } from './fleet.ts';
import { type Group, groupsOf, type ListOrder } from './group-printers.ts';

/** How the user wants a long list; kept while the window is open. */
export const listOrder = signal<ListOrder>('needs-you-first');

let last: readonly Group[] = [];

/** All printers in the order of the list. The same array as before while nothing of it has changed. */
export const groups = computed<readonly Group[]>(() => {
  const views = printerIds.value.flatMap((id) => viewOf(id)?.value ?? []);
  const found = groupsOf(views, filterOffered.value ? listOrder.value : 'own');
  if (JSON.stringify(found) !== JSON.stringify(last)) last = found;
  return last;
});

/** The shown printers among which a printer can be moved: those of its group, in their order. */
export function movableWith(id: PrinterId): readonly PrinterId[] {
  const group = groups.peek().find(({ ids }) => ids.includes(id));
  const shown = new Set(shownIds.peek());
  return (group?.ids ?? []).filter((one) => shown.has(one));
}
