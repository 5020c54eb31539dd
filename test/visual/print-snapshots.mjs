/**
 * Printers with prints, to look at their details.
 *
 * @import { Snapshot } from '../../src/contract/contract.ts'
 * @import { PrintDetails, PrinterView } from '../../src/contract/printer-view.ts'
 * @import { ShownStatus } from '../../src/domain/shown-status.ts'
 */

const minute = 60_000;

/**
 * @param {{
 *   at: number,
 *   printer: (number: number, name: string, status: ShownStatus, more?: Partial<PrinterView>) => PrinterView,
 *   snapshot: (printers: PrinterView[], more?: Partial<Snapshot>) => Snapshot,
 *   settings: Snapshot['settings'],
 * }} makers
 * @returns {Record<string, Snapshot>}
 */
export function printSnapshots({ at, printer, snapshot, settings }) {
  const finishAt = Date.UTC(2026, 0, 14, 19, 40);
  /** @type {NonNullable<PrintDetails['print']>} */
  const running = {
    fileName: 'benchy_0.2mm_PLA_MK4.gcode',
    progress: 42,
    finishAt,
    about: false,
    duration: 103 * minute,
    layer: 118,
    totalLayers: 240,
    temperatures: {
      hotend: 214.8,
      hotendTarget: 215,
      bed: 59.9,
      bedTarget: 60,
      chamber: 31.2,
      chamberTarget: 0,
    },
    says: null,
    ended: null,
  };
  /** @type {NonNullable<PrintDetails['print']>} */
  const unknown = {
    fileName: null,
    progress: null,
    finishAt: null,
    about: false,
    duration: null,
    layer: null,
    totalLayers: null,
    temperatures: null,
    says: null,
    ended: null,
  };
  const last = {
    ...unknown,
    fileName: 'lid.3mf',
    duration: 51 * minute,
    ended: { result: /** @type {const} */ ('finished'), at: at - 26 * minute, exact: true },
  };
  /** @type {(text: string) => PrinterView['print']} */
  const line = (text) => ({ text, progress: 42, finishAt });
  const all = [
    printer(1, 'Voron 2.4', 'online', {
      print: line('Printing 42%, done 20:40'),
      printDetails: { kind: 'printing', why: null, print: running },
    }),
    printer(2, 'Ender 3 in the garage', 'online', {
      print: { text: 'Print paused 7%', progress: 7, finishAt: null },
      printDetails: {
        kind: 'paused',
        why: null,
        print: { ...running, progress: 7, finishAt: null, says: 'Filament runout' },
      },
    }),
    printer(3, 'Prusa MK4', 'online', { printDetails: { kind: 'finished', why: null, print: last } }),
    printer(4, 'Bambu X1C', 'online', { printDetails: { kind: 'idle', why: null, print: null } }),
    printer(5, 'Mini', 'online', { printDetails: { kind: 'not-available', why: 'no-credentials', print: null } }),
    printer(6, 'Sidewinder', 'online', {
      print: { text: 'Printer not responding', progress: null, finishAt: null },
      printDetails: { kind: 'not-answering', why: null, print: null },
    }),
    printer(7, 'Bare', 'online', {
      print: { text: 'Printing', progress: null, finishAt: null },
      printDetails: { kind: 'printing', why: null, print: unknown },
    }),
    printer(8, 'Hostile', 'online', {
      print: { text: 'Printing 99%, done around 3 Feb', progress: 99, finishAt: at + 20 * 24 * 60 * minute },
      printDetails: {
        kind: 'printing',
        why: null,
        print: {
          ...running,
          fileName: `<img src=x onerror=alert(1)>${'ausserordentlichlangerdateiname'.repeat(6)}.gcode`.slice(0, 200),
          progress: 99,
          finishAt: at + 20 * 24 * 60 * minute,
          about: true,
          duration: 89 * 24 * 60 * minute,
          layer: 10_000,
          totalLayers: 1_000_000,
          says: 'طابعة المختبر رقم ٣ <b>halted</b> '.repeat(6),
        },
      },
    }),
  ];
  const controlling = { ...settings, allowControl: true };
  return {
    prints: snapshot(all, { settings: controlling }),
    'german-prints': snapshot(
      all.map((one, index) =>
        index === 0 ? { ...one, statusText: 'Verbunden', print: line('Druckt, 42\u00a0%, fertig 20:40') } : one,
      ),
      { language: 'de', settings: controlling },
    ),
  };
}
