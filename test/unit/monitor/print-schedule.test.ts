import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import type { PrintOutcome, PrintStatus } from '../../../src/domain/print/print-status.ts';
import { nextPrintStatus, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { HOUR, MINUTE, type Milliseconds, SECOND } from '../../../src/domain/time.ts';
import { unknownPoll } from '../../../src/monitor/print-beside-poll.ts';
import {
  firstPrintPoll,
  nextPrintCheck,
  type PrintPollState,
  type PrintSituation,
  printPollAnswered,
  printPollStarted,
  resetPrintPoll,
} from '../../../src/monitor/print-schedule.ts';
import { answered, failure, type ReportFields, start } from '../../support/print/reports.ts';

const intervals = intervalsFor(defaultSettings, null);

/** A printer that is polled when due; running time and server time advance together. */
class Watch {
  at: Milliseconds = 0;
  status: PrintStatus = printNotYetRequested(start);
  pollState: PrintPollState = firstPrintPoll;
  around: Partial<PrintSituation> = {};
  readonly requestedAt: Milliseconds[] = [];

  check() {
    const situation: PrintSituation = {
      status: this.status,
      connection: 'first',
      isWatched: true,
      isWindowOpen: false,
      wantedAt: null,
      infoRetryWait: null,
      connectionPoll: unknownPoll,
      elapsedAt: (at) => at - start,
      ...this.around,
    };
    return { situation, check: nextPrintCheck(this.pollState, situation, intervals) };
  }

  /** Polls when due and records the outcome. Returns the time since the previous poll; null when no poll is due. */
  ask(reported: ReportFields | PrintOutcome, retryAfterSeconds: number | null = null): Milliseconds | null {
    const { situation, check } = this.check();
    if (check === null) return null;
    const before = this.requestedAt.at(-1) ?? check.at;
    this.at = Math.max(this.at, check.at);
    this.requestedAt.push(this.at);
    this.pollState = printPollStarted(this.pollState, this.at, situation.connection, intervals);
    const outcome = 'kind' in reported ? reported : answered(reported);
    this.status = nextPrintStatus(this.status, outcome, start + this.at, intervals);
    this.pollState = printPollAnswered(this.pollState, { outcome, retryAfterSeconds }, this.status, this.at, 0);
    return this.at - before;
  }

  /** Returns the gaps between `count` polls that are all answered this way. */
  gaps(count: number, reported: (at: Milliseconds) => ReportFields | PrintOutcome): (Milliseconds | null)[] {
    return Array.from({ length: count }, () => this.ask(reported(this.check().check?.at ?? this.at)));
  }
}

const minutes = (gaps: readonly (Milliseconds | null)[]) => gaps.map((gap) => (gap === null ? null : gap / MINUTE));
const printing = (more: Partial<ReportFields> = {}): ReportFields => ({
  state: 'printing',
  id: 'a',
  progress: 20,
  duration: 3_600,
  left: 36_000,
  ...more,
});
const silence: PrintOutcome = {
  kind: 'failed',
  failure: { kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } },
};

describe('the interval', () => {
  test('idle: every 5 min, without waking; printing: every minute', () => {
    const watch = new Watch();
    expect(minutes(watch.gaps(4, () => ({ state: 'idle' })))).toEqual([0, 5, 5, 5]);
    expect(watch.check().check?.urgency).toBe('idle');
    for (const state of ['complete', 'cancelled']) {
      const ended = new Watch();
      expect(minutes(ended.gaps(3, () => printing({ state })))).toEqual([0, 5, 5]);
      expect(ended.check().check?.urgency).toBe('idle');
    }
    for (const state of ['printing', 'warmingup', 'resuming', 'paused']) {
      const busy = new Watch();
      expect(minutes(busy.gaps(3, () => printing({ state })))).toEqual([0, 1, 1]);
      expect(busy.check().check?.urgency).toBe('running');
    }
  });

  test('a print that failed may go on: every minute for half an hour', () => {
    const failed = new Watch();
    const gaps = minutes(failed.gaps(34, () => printing({ state: 'error' })));
    expect(gaps.slice(1, 30)).toEqual(gaps.slice(1, 30).map(() => 1));
    expect(gaps.slice(-3)).toEqual([5, 5, 5]);
    expect(failed.check().check?.urgency).toBe('idle');
  });

  test('every 15 s while the window is open and the printer prints', () => {
    const watch = new Watch();
    watch.around = { isWindowOpen: true };
    expect(watch.gaps(3, () => printing())).toEqual([0, 15 * SECOND, 15 * SECOND]);
    const idle = new Watch();
    idle.around = { isWindowOpen: true };
    expect(minutes(idle.gaps(2, () => ({ state: 'idle' })))).toEqual([0, 5]);
  });

  test('every 20 s from 2 min before the end, and the first of these is on time', () => {
    const watch = new Watch();
    const end = 5 * MINUTE + 30 * SECOND;
    watch.gaps(14, (at) =>
      printing({ progress: 80, left: Math.max(0, (end - at) / SECOND), duration: 3_600 + at / SECOND }),
    );
    expect(watch.requestedAt.slice(0, 8).map((at) => at / SECOND)).toEqual([0, 60, 120, 180, 210, 230, 250, 270]);
  });

  test('without an answer: every minute during a print, otherwise every 5 min', () => {
    const watch = new Watch();
    watch.ask(printing());
    expect(minutes(watch.gaps(3, () => failure('printer-not-answering', 785)))).toEqual([1, 1, 1]);
    const idle = new Watch();
    idle.ask({ state: 'idle' });
    expect(minutes(idle.gaps(2, () => failure('printer-not-answering', 785)))).toEqual([5, 5]);
  });
});

describe('failures', () => {
  test('back off to 6 min, until a good answer', () => {
    const watch = new Watch();
    watch.ask(printing());
    expect(minutes(watch.gaps(7, () => silence))).toEqual([1, 1, 2, 4, 6, 6, 6]);
    expect(minutes([watch.ask(printing()), watch.ask(printing())])).toEqual([6, 1]);
  });

  test('respect the Retry-After of these requests and of the Info API', () => {
    const watch = new Watch();
    watch.ask(printing(), 600);
    expect(minutes([watch.ask(printing())])).toEqual([10]);
    watch.around = { infoRetryWait: { until: watch.at + HOUR, length: HOUR } };
    expect(minutes([watch.ask(printing())])).toEqual([60]);
  });

  test('alerts may poll early, 10 s after the last request at the earliest, and not after a failure', () => {
    const watch = new Watch();
    watch.ask(printing());
    watch.around = { wantedAt: 0 };
    expect(watch.ask(printing({ state: 'error' }))).toBe(10 * SECOND);
    expect(watch.check().check?.urgency).toBe('running');
    expect(watch.ask(silence)).toBe(10 * SECOND);
    expect(minutes([watch.ask(silence)])).toEqual([1]);
  });

  test.each([
    ['perks-needed', 605],
    ['credentials-refused', 606],
  ])('%s is polled again after a minute, and then not until the connection changes', (kind, status) => {
    const watch = new Watch();
    watch.ask(printing());
    expect(minutes(watch.gaps(3, () => failure(kind, status)))).toEqual([1, 1, null]);
    watch.around = { connection: 'second' };
    expect(watch.check().check?.at).toBeLessThanOrEqual(watch.at + 10 * SECOND);
    expect(watch.ask(printing())).not.toBeNull();
    expect(watch.status.kind).toBe('printing');
  });

  test.each([
    ['update-needed', 610],
    ['not-supported', 788],
  ])('%s is polled once an hour', (kind, status) => {
    const watch = new Watch();
    expect(minutes(watch.gaps(4, () => failure(kind, status)))).toEqual([0, 1, 60, 60]);
  });
});

describe('no requests', () => {
  test('for a printer that is disconnected, not watched, or without credentials', () => {
    const watch = new Watch();
    watch.around = { connection: null };
    expect(watch.ask(printing())).toBeNull();
    watch.around = { isWatched: false };
    expect(watch.ask(printing())).toBeNull();
    watch.around = {};
    watch.ask({ kind: 'failed', failure: { kind: 'no-credentials' } });
    expect(watch.ask(printing())).toBeNull();
  });

  test('until the connection returns; then at once, though not twice within 10 s', () => {
    const watch = new Watch();
    watch.ask({ state: 'idle' });
    watch.around = { connection: 'second' };
    expect(watch.check().check).toEqual({ at: watch.at + 10 * SECOND, urgency: 'first' });
    watch.ask(printing());
    watch.around = { connection: 'third' };
    expect(watch.check().check).toEqual({ at: watch.at + 10 * SECOND, urgency: 'running' });
    watch.at += MINUTE;
    expect(watch.check().check?.at).toBeLessThan(watch.at);
  });

  test('after sleep or a network’s return, until the connection is confirmed; then at once', () => {
    const watch = new Watch();
    watch.ask(printing(), 60);
    watch.pollState = resetPrintPoll(watch.pollState, HOUR);
    watch.around = { connection: null };
    expect(watch.check().check).toBeNull();
    watch.around = {};
    expect(watch.check().check?.at).toBeLessThanOrEqual(watch.at);
  });
});

test('a printer is never polled twice within 10 s, whatever it reports', () => {
  const reported = fc.oneof(
    fc.record({
      state: fc.constantFrom('idle', 'printing', 'paused', 'complete', 'error', 'x'),
      progress: fc.nat(100),
      left: fc.nat(500),
      duration: fc.nat(5_000),
    }),
    fc.constantFrom(silence, failure('perks-needed', 605), failure('printer-not-answering', 785)),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(reported, fc.boolean(), fc.boolean()), { minLength: 250, maxLength: 250 }),
      (steps) => {
        const watch = new Watch();
        for (const [one, isWindowOpen, isWanted] of steps) {
          watch.around = { isWindowOpen, wantedAt: isWanted ? 0 : null };
          watch.ask(one);
        }
        const gaps = watch.requestedAt.slice(1).map((at, index) => at - (watch.requestedAt[index] ?? 0));
        expect(gaps.every((gap) => gap >= 10 * SECOND)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
