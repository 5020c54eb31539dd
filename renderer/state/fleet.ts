import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Snapshot, SnapshotChange } from '../../src/contract/contract.ts';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { language, region } from '../messages.ts';
import { announceChanges } from './announce-changes.ts';
import { setClock } from './clock.ts';
import { dismissQuiet } from './failures.ts';

/** A snapshot without the printers, which change individually. */
export type AppState = Omit<Snapshot, 'printers'>;

/** Null until the first snapshot has arrived. */
export const appState = signal<AppState | null>(null);

/** The text shown while the keychain waits for the user; null otherwise. */
export const keychainAsks = computed(
  () => appState.value?.notices.find(({ id }) => id === 'keychain-asks')?.text ?? null,
);

/** The printers in the user's order. */
export const printerIds = signal<readonly PrinterId[]>([]);

const views = new Map<PrinterId, Signal<PrinterView>>();

/** The view of one printer; undefined if it is not (or no longer) in the list. */
export function viewOf(id: PrinterId): ReadonlySignal<PrinterView> | undefined {
  return views.get(id);
}

/** The number of the last snapshot or change; 0 before the first. */
let shownNumber = 0;

/** Applies a snapshot; one that was overtaken by a newer one is ignored. */
export function receive({ printers, ...state }: Snapshot): void {
  if (state.number <= shownNumber) return;
  apply(
    state,
    printers,
    printers.map(({ id }) => id),
  );
}

/**
 * Applies a change. Returns false if something before it is missing, so that a whole snapshot is needed; one that was
 * overtaken is ignored.
 */
export function receiveChange({ after, changed, order, ...state }: SnapshotChange): boolean {
  if (state.number <= shownNumber) return true;
  if (shownNumber === 0 || after !== shownNumber) return false;
  apply(state, changed, order);
  return true;
}

/**
 * Each printer has its own signal, which is only set when the printer changed, so that one poll among 200 printers
 * redraws one card. `order` is null if it stays as it is.
 */
function apply(state: AppState, printers: readonly PrinterView[], order: readonly PrinterId[] | null): void {
  const shown = appState.peek();
  shownNumber = state.number;
  if (shown !== null) announceChanges(printers, (id) => views.get(id)?.peek());
  batch(() => {
    setClock(state.at);
    language.value = state.language;
    if (!sameData(region.peek(), state.region)) region.value = state.region;
    for (const view of printers) {
      const known = views.get(view.id);
      if (known === undefined) views.set(view.id, signal(view));
      else if (!sameData(known.peek(), view)) {
        if (known.peek().lastCheckedAt !== view.lastCheckedAt) dismissQuiet(view.id);
        known.value = view;
      }
    }
    if (order !== null && !sameData(order, printerIds.peek())) printerIds.value = order;
    if (shown === null || !sameData(undated(shown), undated(state))) appState.value = state;
  });
  if (order === null) return;
  const present = new Set(order);
  for (const id of views.keys()) if (!present.has(id)) views.delete(id);
}

function undated(state: AppState): AppState {
  return { ...state, at: 0, number: 0 };
}

/** Shows the printers in another order. Does nothing unless `ids` are exactly the printers shown. */
export function arrange(ids: readonly PrinterId[]): void {
  const shown = printerIds.peek();
  if (sameData(ids.toSorted(), shown.toSorted()) && !sameData(ids, shown)) printerIds.value = ids;
}

/** Plain data from the same builder, so the fields are in the same order. */
function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
