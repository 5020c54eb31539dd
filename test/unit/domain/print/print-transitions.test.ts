import { expect, test } from 'vitest';
import {
  nextPrintKind,
  type PrintOutcome,
  type PrintSignal,
  type PrintStateKind,
  printNotYetRequested,
} from '../../../../src/domain/print/print-status.ts';
import { printing } from '../../../support/print/benchy.ts';
import { failure, last, type ReportFields, start } from '../../../support/print/reports.ts';

const kinds: readonly PrintStateKind[] = [
  'unknown',
  'idle',
  'warming-up',
  'printing',
  'paused',
  'finishing',
  'finished',
  'failed',
  'cancelled',
  'not-answering',
  'no-login',
  'not-available',
];

/** Written by hand: the next state for each signal and state, in the order of `kinds`; `.` means no change. */
const table: Readonly<Record<PrintSignal, string>> = {
  idle: 'idle idle idle idle idle idle idle idle idle idle idle idle',
  'warming-up':
    'warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up warming-up',
  printing:
    'printing printing printing printing printing printing printing printing printing printing printing printing',
  done: 'finishing finishing finishing finishing finishing finishing finishing finishing finishing finishing finishing finishing',
  paused: 'paused paused paused paused paused paused paused paused paused paused paused paused',
  complete:
    'finished finished finished finished finished finished finished finished finished finished finished finished',
  error: 'failed failed failed failed failed failed failed failed failed failed failed failed',
  cancelled:
    'cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled',
  'not-answering':
    'not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering not-answering',
  'no-login':
    'no-login no-login no-login no-login no-login no-login no-login no-login no-login no-login no-login no-login',
  'not-available':
    'not-available not-available not-available not-available not-available not-available not-available not-available not-available not-available not-available not-available',
  nothing: '. . . . . . . . . . . .',
};

test.each(Object.entries(table))('the transition table, %s', (signal, row) => {
  const cells = row.split(' ');
  expect(cells).toHaveLength(kinds.length);
  for (const [index, kind] of kinds.entries()) {
    const expected = cells[index] === '.' ? kind : cells[index];
    expect([kind, nextPrintKind(kind, signal as PrintSignal, false)]).toEqual([kind, expected]);
    expect(nextPrintKind(kind, signal as PrintSignal, true)).toBe(signal === 'idle' ? 'finished' : expected);
  }
});

/** The responses that lead to each state. */
const reportsTo: Readonly<Record<PrintStateKind, readonly (readonly [number, ReportFields | PrintOutcome])[]>> = {
  unknown: [],
  idle: [[0, { state: 'idle' }]],
  'warming-up': [[0, { state: 'warmingup', id: 'a' }]],
  printing: [[0, printing(30)]],
  paused: [[0, printing(30, { state: 'paused' })]],
  finishing: [
    [0, printing(119)],
    [60, printing(120, { progress: 100, left: 0 })],
  ],
  finished: [
    [0, printing(119)],
    [60, { state: 'complete', id: 'a' }],
  ],
  failed: [
    [0, printing(30)],
    [60, { state: 'error', id: 'a', error: 'Heater fault' }],
  ],
  cancelled: [
    [0, printing(30)],
    [60, { state: 'cancelled', id: 'a' }],
  ],
  'not-answering': [
    [0, printing(30)],
    [60, failure('printer-not-answering', 785)],
  ],
  'no-login': [
    [0, printing(30)],
    [60, failure('no-printer-login', 789)],
  ],
  'not-available': [
    [0, printing(30)],
    [60, failure('perks-needed', 605)],
    [120, failure('perks-needed', 605)],
  ],
};

const signals: Readonly<Record<PrintSignal, ReportFields | PrintOutcome>> = {
  idle: { state: 'idle', id: 'a' },
  'warming-up': { state: 'warmingup', id: 'a' },
  printing: printing(34),
  done: printing(121, { progress: 100, left: 0 }),
  paused: printing(33, { state: 'paused' }),
  complete: { state: 'complete', id: 'a' },
  error: { state: 'error', id: 'a' },
  cancelled: { state: 'cancelled', id: 'a' },
  'not-answering': failure('printer-not-answering', 785),
  'no-login': failure('no-printer-login', 789),
  'not-available': { kind: 'failed', failure: { kind: 'no-credentials' } },
  nothing: { state: 'dreaming' },
};

test('each state can be reached, and each answer leads from it to the state in the table', () => {
  for (const kind of kinds) {
    const from = reportsTo[kind].length === 0 ? printNotYetRequested(start) : last(reportsTo[kind]);
    expect(from.kind).toBe(kind);
    for (const [signal, reported] of Object.entries(signals)) {
      if (signal === 'done') continue;
      const after = last([[240, reported]], from);
      // A watched print that was nearly done is finished when its printer becomes idle.
      const ends = signal === 'idle' && kind === 'finishing';
      // An error after the end is the printer's: many report one when they are switched off.
      const isPrinters = signal === 'error' && (kind === 'finished' || kind === 'cancelled');
      const next = isPrinters ? 'idle' : nextPrintKind(kind, signal as PrintSignal, ends);
      expect([kind, signal, after.kind]).toEqual([kind, signal, next]);
    }
  }
});
