import { computed, signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';
import { distinctTags } from '../../src/domain/tags.ts';
import { printerIds, viewOf } from './fleet.ts';
import { asHeld } from './held-order.ts';
import { heldStates } from './held-states.ts';
import { type Filter, isActive, matchesFilter } from './matches-filter.ts';

/** With fewer printers a filter isn't needed. */
const fewestToFilter = 7;

export const everything: Filter = { text: '', state: null, tag: null };

/** The current filter; kept while the window is open. */
export const filter = signal<Filter>(everything);

/** Whether there are so many printers that the list needs sorting. */
export const isLongList = computed(() => printerIds.value.length >= fewestToFilter);

/** All tags in use, and how many printers have each. */
export const usedTags = computed<ReadonlyMap<string, number>>(() => {
  const all = printerIds.value.flatMap((id) => viewOf(id)?.value.tags ?? []);
  return new Map(distinctTags(all).map((tag) => [tag, all.filter((one) => one === tag).length]));
});

/** Whether there are enough printers for a filter, or tags to filter by. */
export const filterOffered = computed(() => isLongList.value || usedTags.value.size > 0);

/** Whether a filter is active. */
export const filtering = computed(() => filterOffered.value && isActive(filter.value));

let lastShown: readonly PrinterId[] = [];

/** The printers shown, in the user's order. Returns the same array while they don't change. */
export const shownIds = computed<readonly PrinterId[]>(() => {
  const ids = printerIds.value;
  if (!filtering.value) return ids;
  const wanted = filter.value;
  const shown = ids.filter((id) => {
    const view = viewOf(id)?.value;
    return view !== undefined && matchesFilter(asHeld(view, heldStates.value), wanted);
  });
  if (shown.length !== lastShown.length || shown.some((id, index) => id !== lastShown[index])) lastShown = shown;
  return lastShown;
});

/**
 * The printer itself if the list shows it and `counts`, else the next one below in `rows`, or the last one above; null if
 * there is none, or if the printer was removed.
 */
export function nearestShown(
  id: PrinterId,
  rows: readonly PrinterId[],
  counts: (printer: PrinterId) => boolean = () => true,
): PrinterId | null {
  const at = rows.indexOf(id);
  if (at === -1) return null;
  const shown = new Set(shownIds.peek());
  const near = [...rows.slice(at), ...rows.slice(0, at).toReversed()];
  return near.find((one) => shown.has(one) && counts(one)) ?? null;
}
