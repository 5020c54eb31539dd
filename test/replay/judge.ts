import type { ReplayLine } from '../../src/demo/replay.ts';
import type { Life } from './life.ts';
import { boundsFor } from './truth/bounds.ts';
import { judgePoliteness } from './truth/politeness.ts';
import { judgePrinter } from './truth/printer-alerts.ts';
import { secondsOf } from './truth/seconds.ts';
import { judgeService } from './truth/service-alerts.ts';
import { Verdict } from './truth/verdict.ts';
import { visibilityOf } from './truth/visibility.ts';

/** Holds what a replay told, and how often it asked, against the truth, which is read from the trace alone. */
export function judge(life: Life, lines: readonly ReplayLine[]): Verdict {
  const seconds = secondsOf(life);
  const bounds = boundsFor(seconds.poll);
  const visibility = visibilityOf(seconds, bounds);
  const verdict = new Verdict();
  const alerts = lines.flatMap((line) => ('alert' in line ? [line] : []));
  const requests = lines.flatMap((line) => ('requests' in line ? [line.perPrinter] : []))[0] ?? {};
  for (const printer of seconds.printers) {
    judgePrinter(printer, alerts, seconds, visibility, bounds, verdict);
    judgePoliteness(printer, requests[printer.name] ?? 0, seconds, visibility, verdict);
  }
  judgeService(alerts, seconds, bounds, verdict);
  return verdict;
}
