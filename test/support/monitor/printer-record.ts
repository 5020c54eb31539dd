import { newPrinter } from '../../../src/domain/printer.ts';
import { notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';
import type { PrinterRecord } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';

/** A printer with this id and name, about which nothing is known but `status`. */
export function printerRecord(
  id: string,
  status: Partial<PrinterStatus>,
  { name = id, at = 0 }: { readonly name?: string; readonly at?: number } = {},
): PrinterRecord {
  return {
    printer: newPrinter(id, name, at),
    status: { ...notYetChecked(at), ...status },
    info: null,
    sighting: null,
    checkedAt: null,
    print: null,
    pollState: firstPoll(0),
    asking: false,
    nextCheckAt: null,
  };
}
