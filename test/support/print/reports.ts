import { type PrintReport, parsePrintReport } from '../../../src/domain/print/print-report.ts';
import {
  nextPrintStatus,
  type PrintOutcome,
  type PrintStatus,
  printNotYetAsked,
} from '../../../src/domain/print/print-status.ts';
import { type Instant, SECOND } from '../../../src/domain/time.ts';

export const start: Instant = Date.UTC(2026, 6, 1, 12);
export const rules = { secondLook: 10 * SECOND, poll: 60 * SECOND };

/** A printer's report, with short field names. */
export interface Said {
  readonly state: string;
  readonly id?: string | null;
  readonly start?: number | null;
  readonly file?: string | null;
  readonly progress?: number | null;
  /** Seconds. */
  readonly duration?: number | null;
  readonly left?: number | null;
  readonly layer?: number | null;
  readonly layers?: number | null;
  readonly error?: string | null;
  readonly warned?: number | null;
  readonly gadgetPaused?: number | null;
}

export function report(said: Said): PrintReport {
  const parsed = parsePrintReport({
    JobStatus: {
      State: said.state,
      Error: said.error,
      CurrentPrint: {
        Progress: said.progress,
        DurationSec: said.duration,
        TimeLeftSec: said.left,
        FileName: said.file,
        CurrentLayer: said.layer,
        TotalLayers: said.layers,
      },
    },
    OctoEverywhereStatus: {
      MostRecentPrintIdStr: said.id,
      PrintStartTimeSec: said.start,
      Gadget: { TimeSinceLastWarnSec: said.warned, TimeSinceLastPauseSec: said.gadgetPaused },
    },
  });
  if (parsed === null) throw new Error('This is no report.');
  return parsed;
}

export const answered = (said: Said): PrintOutcome => ({ kind: 'answered', value: report(said) });

/** Returns the status after requests at these seconds, one after another. */
export function watched(
  answers: readonly (readonly [seconds: number, said: Said | PrintOutcome])[],
  from: PrintStatus = printNotYetAsked(start),
): PrintStatus[] {
  const seen: PrintStatus[] = [];
  let status = from;
  for (const [seconds, said] of answers) {
    const outcome = 'kind' in said ? said : answered(said);
    status = nextPrintStatus(status, outcome, start + seconds * SECOND, rules);
    seen.push(status);
  }
  return seen;
}

export function last(answers: Parameters<typeof watched>[0], from?: PrintStatus): PrintStatus {
  const found = watched(answers, from).at(-1);
  if (found === undefined) throw new Error('Nothing was asked.');
  return found;
}

export const failure = (kind: string, status: number): PrintOutcome =>
  ({ kind: 'failed', failure: { kind, status, words: null } }) as PrintOutcome;
