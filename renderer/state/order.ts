import { computed } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { filter, filtering, isLongList, nearestShown, shownIds } from './filter.ts';
import { printerIds, viewOf } from './fleet.ts';
import { type Group, groupsOf } from './group-printers.ts';
import { asHeld, countOutOfPlace, type Sorted } from './held-order.ts';
import { heldStates } from './held-states.ts';
import { settings } from './settings.ts';

/** How the list is sorted: by the user's setting if it is long, else in the user's own order. */
const order = computed(() => (isLongList.value ? (settings.value?.listOrder ?? 'needs-you-first') : 'own'));

let last: readonly Group[] = [];

/** What determines the place of each printer in the list; one that didn't change keeps its object. */
const placed = new WeakMap<PrinterView, Sorted>();

const views = computed(() =>
  printerIds.value.flatMap((id) => {
    const view = viewOf(id)?.value;
    return view === undefined ? [] : [placed.get(view) ?? place(view)];
  }),
);

function place(view: PrinterView): Sorted {
  const { name, status, tags } = view;
  const sorted = { id: view.id, name, status, tags, finishAt: view.print?.finishAt ?? null };
  placed.set(view, sorted);
  return sorted;
}

/** All printers in the order of the list. Returns the same array while nothing in it changes. */
export const groups = computed<readonly Group[]>(() => {
  const found = groupsOf(
    views.value.map((view) => asHeld(view, heldStates.value)),
    order.value,
  );
  if (JSON.stringify(found) !== JSON.stringify(last)) last = found;
  return last;
});

/** How many printers are not where their current state would put them, while the list is frozen. */
export const outOfPlace = computed<number>(() =>
  countOutOfPlace(views.value, heldStates.value, order.value, filtering.value ? filter.value : null),
);

/** The visible printer next to one that is about to be removed: the one below, or the last one above; null for none. */
export function neighbourOf(id: PrinterId): PrinterId | null {
  const rows = groups.peek().flatMap(({ ids }) => ids);
  return nearestShown(id, rows, (one) => one !== id);
}

/** Whether a printer is among those sorted by when their prints will be done, which can't be moved. */
export function isSortedByEnd(id: PrinterId): boolean {
  return groups.peek().some(({ key, ids }) => key === 'printing' && ids.includes(id));
}

/** The visible printers among which a printer can be moved: those of its group, in order. */
export function movableWith(id: PrinterId): readonly PrinterId[] {
  if (isSortedByEnd(id)) return [id];
  const group = groups.peek().find(({ ids }) => ids.includes(id));
  const shown = new Set(shownIds.peek());
  return (group?.ids ?? []).filter((one) => shown.has(one));
}
