import { describe, expect, it } from 'vitest';
import { printDetails, printView } from '../../../src/app/print-view.ts';
import { parsePrintReport } from '../../../src/domain/print/print-report.ts';
import { nextPrintStatus, type PrintStatus, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import type { PrinterRecord } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';

const at = Date.UTC(2026, 0, 14, 12);
const messages = messagesFor('en');
const connected: PrinterStatus = { ...notYetChecked(0), kind: 'online', answeredAt: at };

function recordOf(print: PrintStatus | null, status = connected): PrinterRecord {
  return {
    printer: newPrinter('a', 'Voron', 0),
    status,
    info: null,
    sighting: null,
    checkedAt: null,
    print,
    pollState: firstPoll(0),
    asking: false,
    nextCheckAt: null,
  };
}

/** Returns the status after a plugin's raw `result`. */
function statusOf(result: unknown): PrintStatus {
  const value = parsePrintReport(result);
  if (value === null) throw new Error('That is no status.');
  return nextPrintStatus(printNotYetRequested(at), { kind: 'answered', value }, at, {
    confirmAfter: 10_000,
    poll: 60_000,
  });
}

const job = (print: object, more: object = {}) => ({ JobStatus: { State: 'printing', CurrentPrint: print, ...more } });

describe('print details', () => {
  it('contain everything that the plugin reports, in this computer’s time', () => {
    const print = {
      Progress: 42.9,
      DurationSec: 3_600,
      TimeLeftSec: 7_200,
      FileName: 'benchy.gcode',
      CurrentLayer: 12,
      TotalLayers: 240,
      Temps: { BedActual: 59.9, BedTarget: 60, HotendActual: 214.8, HotendTarget: 215 },
    };
    const status = statusOf(job(print));
    expect(printDetails(recordOf(status), true, 5_000)).toEqual({
      kind: 'printing',
      why: null,
      print: {
        fileName: 'benchy.gcode',
        progress: 42,
        finishAt: at + 7_200_000 + 5_000,
        about: true,
        duration: 3_600_000,
        layer: 12,
        totalLayers: 240,
        temperatures: {
          bed: 59.9,
          bedTarget: 60,
          hotend: 214.8,
          hotendTarget: 215,
          chamber: null,
          chamberTarget: null,
        },
        says: null,
        ended: null,
      },
    });
    expect(printView(recordOf(status), messages, 5_000, () => '15:40')).toEqual({
      text: 'Printing 42%, done around 15:40',
      progress: 42,
      finishAt: at + 7_205_000,
      gadget: null,
    });
  });

  it('leave out nonsense, and never fail', () => {
    const hostile = {
      Progress: Number.NaN,
      DurationSec: -5,
      TimeLeftSec: -7_200,
      FileName: `\u202e<b>${'x'.repeat(100_000)}`,
      CurrentLayer: 10_000,
      TotalLayers: -1,
      Temps: { BedActual: Number.NaN, HotendActual: 'hot', HotendTarget: 1e300 },
    };
    const shown = printDetails(recordOf(statusOf(job(hostile))), true, 0);
    expect(shown?.print).toMatchObject({ progress: null, finishAt: null, duration: null, layer: 10_000 });
    expect(shown?.print?.totalLayers).toBeNull();
    expect(Object.values(shown?.print?.temperatures ?? {})).toEqual([null, null, null, null, null, null]);
    expect(shown?.print?.fileName?.length).toBeLessThanOrEqual(200);
    expect(shown?.print?.fileName).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    expect(printDetails(recordOf(statusOf(job({}))), true, 0)?.print).toMatchObject({ fileName: null, layer: null });
  });

  it('never show the last print’s figures for a printer that is not printing', () => {
    const left = { Progress: 100, TimeLeftSec: 7_159, CurrentLayer: 515, FileName: 'old.gcode' };
    expect(printDetails(recordOf(statusOf(job(left, { State: 'idle' }))), true, 0)).toEqual({
      kind: 'idle',
      why: null,
      print: null,
    });
    const error = job(left, { State: 'error', Error: 'Heater fault' });
    const identified = { ...error, OctoEverywhereStatus: { MostRecentPrintIdStr: 'a' } };
    const failed = printDetails(recordOf(statusOf(identified)), true, 0);
    expect(failed?.print).toMatchObject({ progress: null, finishAt: null, layer: null, says: 'Heater fault' });
    expect(failed?.print?.ended?.result).toBe('failed');
  });

  it('report missing credentials even if the plugin was never asked', () => {
    const nothing = { kind: 'not-available', why: 'no-credentials', print: null };
    expect(printDetails(recordOf(null), false, 0)).toEqual(nothing);
    expect(printDetails(recordOf(null), null, 0)).toBeNull();
    expect(printDetails(recordOf(printNotYetRequested(at)), true, 0)).toBeNull();
  });

  it('show no print if the plugin is silent or the printer is disconnected', () => {
    const status = statusOf(job({ Progress: 42 }));
    expect(printDetails(recordOf(status, { ...connected, answeredAt: at + 3 * 60_000 }), true, 0)).toBeNull();
    expect(printDetails(recordOf(status, { ...connected, kind: 'offline' }), true, 0)).toBeNull();
  });
});
