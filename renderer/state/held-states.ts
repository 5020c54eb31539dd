import { signal } from '@preact/signals';
import { printerIds, viewOf } from './fleet.ts';
import type { HeldStates } from './held-order.ts';

/**
 * The states by which the list is sorted and filtered while it is frozen for its reader; null while it follows every
 * change. Rows always show their current state.
 */
export const heldStates = signal<HeldStates>(null);

/** Freezes the current order, unless it is frozen already. */
export function holdOrder(): void {
  if (heldStates.peek() === null) heldStates.value = presentStates();
}

/** Lets the order follow the states again. */
export function releaseOrder(): void {
  heldStates.value = null;
}

/** Sorts a frozen list once; it stays frozen. */
export function sortAgain(): void {
  if (heldStates.peek() !== null) heldStates.value = presentStates();
}

function presentStates(): HeldStates {
  return new Map(
    printerIds.peek().flatMap((id) => {
      const view = viewOf(id)?.peek();
      if (view === undefined) return [];
      return [[id, { status: view.status, finishAt: view.print?.finishAt ?? null }] as const];
    }),
  );
}
