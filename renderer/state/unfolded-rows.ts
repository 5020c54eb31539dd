import { signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';

/** The expanded rows, which stay so while other screens are open. */
const unfolded = signal<ReadonlySet<PrinterId>>(new Set());

/** Whether a row is expanded. */
export function isUnfolded(id: PrinterId): boolean {
  return unfolded.value.has(id);
}

/** Expands a row, or collapses it. */
export function toggleUnfolded(id: PrinterId): void {
  const others = new Set(unfolded.peek());
  if (!others.delete(id)) others.add(id);
  unfolded.value = others;
}
