import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { ListOrder } from '../../src/domain/settings.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { groupKeyOf } from './group-printers.ts';
import { type Filter, fitsFilter } from './matches-filter.ts';

/** The states by which a frozen list was sorted; null while it follows every change. */
export type HeldStates = ReadonlyMap<PrinterId, ShownStatus> | null;

/** The parts of a printer that determine its place in the list. */
export type Sorted = Pick<PrinterView, 'id' | 'name' | 'status' | 'tags'>;

/** The printer with the state it is sorted by: the frozen one, or its own if it is new. */
export function asHeld<Printer extends Sorted>(printer: Printer, held: HeldStates): Printer {
  const status = held?.get(printer.id) ?? printer.status;
  return status === printer.status ? printer : { ...printer, status };
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
    filter !== null && !fitsFilter(printer, filter) ? null : groupKeyOf(printer.status, order);
  return printers.filter((printer) => placeOf(asHeld(printer, held)) !== placeOf(printer)).length;
}
