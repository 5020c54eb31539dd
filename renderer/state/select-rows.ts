import type { PrinterId } from '../../src/domain/printer.ts';

export interface Selection {
  readonly ids: ReadonlySet<PrinterId>;
  /** The printer last selected or deselected on its own, from which Shift extends; null before the first one. */
  readonly anchor: PrinterId | null;
}

export const nothing: Selection = { ids: new Set(), anchor: null };

/** Selects a printer, or deselects it. */
export function toggled({ ids }: Selection, id: PrinterId): Selection {
  const others = new Set(ids);
  if (!others.delete(id)) others.add(id);
  return { ids: others, anchor: id };
}

/**
 * Selects all printers from the anchor to `id`, in the order in which the list shows them. Without an anchor in the
 * list it selects `id` alone.
 */
export function extended({ ids, anchor }: Selection, shown: readonly PrinterId[], id: PrinterId): Selection {
  const from = anchor === null ? -1 : shown.indexOf(anchor);
  const to = shown.indexOf(id);
  if (from === -1 || to === -1) return { ids: new Set([...ids, id]), anchor: id };
  return { ids: new Set([...ids, ...shown.slice(Math.min(from, to), Math.max(from, to) + 1)]), anchor };
}
