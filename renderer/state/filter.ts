import { computed, signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';
import { printerIds, viewOf } from './fleet.ts';
import { asHeld } from './held-order.ts';
import { heldStates } from './held-states.ts';
import { type Filter, fitsFilter, isActive } from './matches-filter.ts';

/** With fewer printers a filter isn't needed. */
const fewestToFilter = 7;

export const everything: Filter = { text: '', state: null };

/** The current filter; kept while the window is open. */
export const filter = signal<Filter>(everything);

/** Whether there are enough printers for a filter. */
export const filterOffered = computed(() => printerIds.value.length >= fewestToFilter);

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
    return view !== undefined && fitsFilter(asHeld(view, heldStates.value), wanted);
  });
  if (shown.length !== lastShown.length || shown.some((id, index) => id !== lastShown[index])) lastShown = shown;
  return lastShown;
});
