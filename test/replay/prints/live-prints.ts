import { createPrintWorld } from '../../../src/demo/prints/print-world.ts';
import { statusBody, statusText } from '../../../src/demo/prints/status-body.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import type { PrintPolicy } from '../../../src/domain/print/notify-prints.ts';
import { defaultPrintKinds, type PrintAlertKind } from '../../../src/domain/print/print-alert.ts';
import type { KeptPrints } from '../../../src/domain/print/print-alert-state.ts';
import { parsePrintReport } from '../../../src/domain/print/print-report.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { SECOND } from '../../../src/domain/time.ts';
import { PrintWatch } from '../../../src/monitor/print-watch.ts';
import { readPluginResponse } from '../../../src/octoeverywhere/plugin-response.ts';
import { onlinePrinters } from '../../support/print/surroundings.ts';
import type { PrintLife } from './print-life.ts';

/** A notification and its time; seconds from the start. */
export interface Heard {
  readonly at: number;
  readonly kind: PrintAlertKind;
  readonly printer: string;
  readonly about: boolean;
  readonly since: number;
}

export interface PrintRun {
  readonly heard: readonly Heard[];
  readonly requests: number;
  /** Cases where a print's shown progress went backwards, or an idle printer had figures. */
  readonly wrong: readonly string[];
}

const intervals = intervalsFor(defaultSettings, null);
const epoch = Date.UTC(2026, 6, 1, 12);
const policy: PrintPolicy = {
  kinds: defaultPrintKinds,
  muted: new Set(),
  off: new Set(),
  oftenOff: new Set(),
  quietUntil: null,
  isTimeOfDay: false,
};

/** How often the monitor wakes up in any case, in seconds. */
const tick = 15;

/** Runs the real print watch through a scenario; the real parser reads the responses of its simulated plugins. */
export async function livePrints(life: PrintLife): Promise<PrintRun> {
  const world = createPrintWorld(life.events);
  const heard: Heard[] = [];
  const wrong: string[] = [];
  const shownProgress = new Map<string, { readonly print: number; readonly progress: number }>();
  let seconds = 0;
  let requests = 0;
  let kept: KeptPrints = {};
  const now = () => epoch + seconds * SECOND;
  const begin = () => {
    const watch: PrintWatch = new PrintWatch(
      {
        clock: { elapsed: () => seconds * SECOND },
        now,
        random: () => 0.5,
        intervals: () => intervals,
        policy: () => policy,
        lastNotification: () => heard.length,
        askPrint: async (printer) => {
          requests += 1;
          const prints = world.prints(printer, seconds);
          const body = statusText(
            statusBody(prints, seconds, (at) => epoch + at * SECOND),
            prints.habit,
          );
          return { outcome: readPluginResponse({ status: 200, body }, parsePrintReport), retryAfterSeconds: null };
        },
        show: (alerts) => {
          for (const { kind, printEvents, again } of alerts) {
            if (again) continue;
            for (const { printer, about, since } of printEvents) {
              heard.push({ at: seconds, kind, printer, about, since: (since - epoch) / SECOND });
            }
          }
        },
        changed: (printer) => {
          const status = watch.status(printer);
          const print = status?.print ?? null;
          if (print?.progress === null || print === null) return;
          const before = shownProgress.get(printer);
          if (before?.print === print.seenAt && print.progress < before.progress) {
            wrong.push(`${printer} ran back from ${before.progress} to ${print.progress} at ${seconds}`);
          }
          shownProgress.set(printer, { print: print.seenAt, progress: print.progress });
        },
        answered: () => {},
      },
      JSON.parse(JSON.stringify(kept)),
    );
    return watch;
  };
  let watch = begin();
  const absences = [...life.absences];
  while (seconds < life.end) {
    const [absence] = absences;
    if (absence !== undefined && seconds >= absence.from) {
      absences.shift();
      kept = watch.kept();
      // Running time does not stand still in this sleep, so there is nothing to subtract.
      seconds = Math.max(seconds, absence.to);
      if (absence.why === 'app-off') watch = begin();
      else watch.interrupt(0);
      continue;
    }
    const surroundings = onlinePrinters(life.printers, { underWay: 0, waiting: 0 }, epoch);
    const next = watch.turn(surroundings);
    // Responses are recorded in microtasks and processed in the same second.
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    watch.turn(surroundings);
    await Promise.resolve();
    await Promise.resolve();
    const later = Math.max(seconds + 1, Math.min(seconds + tick, Math.ceil(next / SECOND)));
    seconds = absence === undefined ? later : Math.min(later, Math.max(seconds + 1, absence.from));
  }
  return { heard, requests, wrong };
}
