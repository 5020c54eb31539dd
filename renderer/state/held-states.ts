import { signal } from '@preact/signals';
import { printerIds, viewOf } from './fleet.ts';
import type { HeldStates } from './held-order.ts';

/**
 * The states by which the list is sorted and filtered while it holds still for its reader; null while it follows every
 * change. Rows show their present state in any case.
 */
export const heldStates = signal<HeldStates>(null);

/** Lets the order stand as it is now, unless it does already. */
export function holdOrder(): void {
  if (heldStates.peek() === null) heldStates.value = presentStates();
}

/** Lets the order follow the states again. */
export function releaseOrder(): void {
  heldStates.value = null;
}

/** Puts the list in order once, and lets it stand then as it did before. */
export function sortAgain(): void {
  if (heldStates.peek() !== null) heldStates.value = presentStates();
}

function presentStates(): HeldStates {
  return new Map(
    printerIds.peek().flatMap((id) => {
      const view = viewOf(id)?.peek();
      return view === undefined ? [] : [[id, view.status] as const];
    }),
  );
}
