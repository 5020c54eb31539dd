import { type PrintReport, parsePrintReport } from '../../../src/domain/print/print-report.ts';
import {
  nextPrintStatus,
  type PrintOutcome,
  type PrintStatus,
  printNotYetRequested,
} from '../../../src/domain/print/print-status.ts';
import { type Instant, SECOND } from '../../../src/domain/time.ts';

export const start: Instant = Date.UTC(2026, 6, 1, 12);
export const rules = { confirmAfter: 10 * SECOND, poll: 60 * SECOND };

/** A printer's report, with short field names. */
export interface ReportFields {
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

export function report(reported: ReportFields): PrintReport {
  const parsed = parsePrintReport({
    JobStatus: {
      State: reported.state,
      Error: reported.error,
      CurrentPrint: {
        Progress: reported.progress,
        DurationSec: reported.duration,
        TimeLeftSec: reported.left,
        FileName: reported.file,
        CurrentLayer: reported.layer,
        TotalLayers: reported.layers,
      },
    },
    OctoEverywhereStatus: {
      MostRecentPrintIdStr: reported.id,
      PrintStartTimeSec: reported.start,
      Gadget: { TimeSinceLastWarnSec: reported.warned, TimeSinceLastPauseSec: reported.gadgetPaused },
    },
  });
  if (parsed === null) throw new Error('This is no report.');
  return parsed;
}

export const answered = (reported: ReportFields): PrintOutcome => ({ kind: 'answered', value: report(reported) });

/** Returns the status after requests at these seconds, one after another. */
export function watched(
  responses: readonly (readonly [seconds: number, said: ReportFields | PrintOutcome])[],
  from: PrintStatus = printNotYetRequested(start),
): PrintStatus[] {
  const seen: PrintStatus[] = [];
  let status = from;
  for (const [seconds, reported] of responses) {
    const outcome = 'kind' in reported ? reported : answered(reported);
    status = nextPrintStatus(status, outcome, start + seconds * SECOND, rules);
    seen.push(status);
  }
  return seen;
}

export function last(responses: Parameters<typeof watched>[0], from?: PrintStatus): PrintStatus {
  const found = watched(responses, from).at(-1);
  if (found === undefined) throw new Error('Nothing was asked.');
  return found;
}

export const failure = (kind: string, status: number): PrintOutcome =>
  ({ kind: 'failed', failure: { kind, status, words: null } }) as PrintOutcome;
