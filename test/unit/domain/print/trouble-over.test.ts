import { expect, test } from 'vitest';
import type { PrintAlertKind } from '../../../../src/domain/print/print-alert.ts';
import { isTroubleOver } from '../../../../src/domain/print/trouble-over.ts';
import { printing } from '../../../support/print/benchy.ts';
import { failure, last, type ReportFields } from '../../../support/print/reports.ts';

const begun = [0, printing(30)] as const;
const twice = (more: Partial<ReportFields>) => last([begun, [60, printing(31, more)], [120, printing(31, more)]]);

/** What the printer says after it printed, each twice in a row. */
const states = {
  printing: twice({}),
  'warming-up': twice({ state: 'warmingup' }),
  paused: twice({ state: 'paused' }),
  finishing: last([
    [0, printing(118)],
    [60, printing(120)],
    [120, printing(120)],
  ]),
  finished: twice({ state: 'complete', progress: 100 }),
  failed: twice({ state: 'error' }),
  cancelled: twice({ state: 'cancelled' }),
  idle: last([begun, [60, { state: 'idle' }], [120, { state: 'idle' }]]),
  'not-answering': last([
    begun,
    [60, failure('printer-not-answering', 785)],
    [120, failure('printer-not-answering', 785)],
  ]),
  'no-login': last([begun, [60, failure('no-printer-login', 789)], [120, failure('no-printer-login', 789)]]),
  'not-available': last([begun, [60, failure('no-credentials', 401)], [120, failure('no-credentials', 401)]]),
};

const order = Object.keys(states) as (keyof typeof states)[];

/** Written by hand, in the order of `states`: o over. */
const table: Readonly<Record<PrintAlertKind, string>> = {
  'print-paused': 'o o . o o o o o . . .',
  'gadget-paused': 'o o . o o o o o . . .',
  'gadget-warning': '. . . . o o o o . . .',
  'printer-not-answering': 'o o o o o o o o . . .',
  'print-failed': 'o o o o . . . . . . .',
  'print-finished': '. . . . . . . . . . .',
  'print-cancelled': '. . . . . . . . . . .',
  'print-started': '. . . . . . . . . . .',
  'first-layers-done': '. . . . . . . . . . .',
};

const seenAt = states.printing.print?.seenAt ?? null;

test.each(Object.entries(table) as [PrintAlertKind, string][])('a reported %s is over', (kind, expected) => {
  expect(order.map((state) => states[state].kind)).toEqual(order);
  expect(order.map((state) => (isTroubleOver(kind, seenAt, states[state]) ? 'o' : '.')).join(' ')).toBe(expected);
});

test('a problem of an earlier print is over, except what has happened', () => {
  const other = { state: 'paused', id: 'b', file: 'lid.gcode', progress: 1, duration: 30, left: 3_000 };
  const next = last([begun, [60, printing(31, { state: 'paused' })], [120, other], [180, other]]);
  expect(next.print?.seenAt).not.toBe(seenAt);
  for (const kind of ['print-paused', 'gadget-paused', 'gadget-warning'] as const)
    expect(isTroubleOver(kind, seenAt, next)).toBe(true);
  expect(isTroubleOver('print-failed', seenAt, next)).toBe(false);
});

test('a problem is over once prints are no longer watched, except what has happened', () => {
  const kinds = Object.keys(table) as PrintAlertKind[];
  expect(kinds.filter((kind) => isTroubleOver(kind, seenAt, null))).toEqual([
    'print-paused',
    'gadget-paused',
    'gadget-warning',
    'printer-not-answering',
  ]);
});

test('a warning by Gadget is not over because of a single odd response', () => {
  const odd = last([begun, [60, { state: 'idle' }]]);
  expect(isTroubleOver('gadget-warning', seenAt, odd)).toBe(false);
});
