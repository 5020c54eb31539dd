import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { ListOrder } from '../../src/domain/settings.ts';
import { groupKeyOf, groupsOf, type Placed } from './group-printers.ts';
import { type Filter, matchesFilter } from './matches-filter.ts';

/** The values by which a frozen list is sorted; null while it follows every change. */
export type HeldStates = ReadonlyMap<PrinterId, Required<Placed>> | null;

/** The parts of a printer that determine its place in the list. */
export type Sorted = Pick<PrinterView, 'id' | 'name' | 'status' | 'tags'> & Placed;

/** Returns the printer with the values by which it is sorted: frozen ones, or its own if it is new. */
export function asHeld<Printer extends Sorted>(printer: Printer, held: HeldStates): Printer {
  const kept = held?.get(printer.id);
  const isSame = kept?.status === printer.status && kept.finishAt === (printer.finishAt ?? null);
  return kept === undefined || isSame ? printer : { ...printer, ...kept };
}

/**
 * How many printers would be in another group, hidden or shown if the list were sorted and filtered by their current
 * states.
 */
export function countOutOfPlace(
  printers: readonly Sorted[],
  held: HeldStates,
  order: ListOrder,
  filter: Filter | null,
): number {
  const placeOf = (printer: Sorted) =>
    filter !== null && !matchesFilter(printer, filter) ? null : groupKeyOf(printer, order);
  const moved = printers.filter((printer) => placeOf(asHeld(printer, held)) !== placeOf(printer)).length;
  return order === 'done-next' ? moved + overtaken(printers, held) : moved;
}

/** Returns how many printers are listed before one whose print is now expected to be done earlier. */
function overtaken(printers: readonly Sorted[], held: HeldStates): number {
  const now = new Map(printers.map(({ id, finishAt }) => [id, finishAt ?? null]));
  const shown = groupsOf(
    printers.map((printer) => asHeld(printer, held)),
    'done-next',
  ).find(({ key }) => key === 'printing');
  const ends = (shown?.ids ?? []).flatMap((id) => now.get(id) ?? []);
  return ends.filter((end, index) => end > (ends[index + 1] ?? end)).length;
}
