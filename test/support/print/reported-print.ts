import { intervalsFor } from '../../../src/domain/intervals.ts';
import type { PrintPolicy } from '../../../src/domain/print/notify-prints.ts';
import { type PrintAlertEvent, printAlertKinds } from '../../../src/domain/print/print-alert.ts';
import { nextPrintStatus, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { printGlance } from '../../../src/domain/print/shown-print.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';
import { PrintAlerting } from '../../../src/monitor/print-alerting.ts';
import { answered, type ReportFields, start } from './reports.ts';

const intervals = intervalsFor(defaultSettings, null);
const nobody = new Set<string>();
const kinds = Object.fromEntries(printAlertKinds.map((kind) => [kind, true])) as PrintPolicy['kinds'];
const policy: PrintPolicy = {
  kinds,
  muted: nobody,
  off: nobody,
  oftenOff: nobody,
  quietUntil: null,
  isTimeOfDay: false,
};

/** Returns what is shown and notified about a printer checked every 20 s; `reported` is by minutes from the start. */
export function outcomeOf(minutes: number, reported: (minute: number) => ReportFields) {
  const alerting = new PrintAlerting({}, start);
  const notified: { readonly kind: string; readonly minute: number; readonly events: PrintAlertEvent | undefined }[] =
    [];
  const shown: (number | null)[] = [];
  const finishes: (number | null)[] = [];
  for (let at = start; at <= start + minutes * MINUTE; at += 20 * SECOND) {
    const before = alerting.status('a') ?? printNotYetRequested(at);
    const status = nextPrintStatus(before, answered(reported((at - start) / MINUTE)), at, intervals);
    alerting.observe('a', status);
    shown.push(printGlance(status, true).progress);
    finishes.push(printGlance(status, true).finishAt);
    for (const { kind, printEvents } of alerting.notify(at, notified.length, intervals, policy).alerts) {
      notified.push({ kind, minute: (at - start) / MINUTE, events: printEvents[0] });
    }
  }
  return {
    notified: notified.map(({ kind }) => kind),
    moments: notified,
    shown,
    finishes,
    status: alerting.status('a'),
  };
}

/** A print of 100 minutes, by minutes from its start. */
export const printing = (minute: number, more: Partial<ReportFields> = {}): ReportFields => ({
  state: 'printing',
  id: 'p',
  file: 'benchy.gcode',
  duration: minute * 60,
  progress: minute,
  left: (100 - minute) * 60,
  ...more,
});
