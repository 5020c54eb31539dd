import { expect, test } from 'vitest';
import type { PrintAlertKind } from '../../../../src/domain/print/print-alert.ts';
import { troubleNow } from '../../../../src/domain/print/trouble-now.ts';
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

/** Written by hand, in the order of `states`: l lasts, o over, ? unclear. */
const table: Readonly<Record<PrintAlertKind, string>> = {
  'print-paused': 'o o l o o o o o ? ? ?',
  'gadget-paused': 'o o l o o o o o ? ? ?',
  'gadget-warning': 'l l l l o o o o ? ? ?',
  'printer-not-answering': 'o o o o o o o o l l ?',
  'print-failed': 'l l l l l l l l l l ?',
  'print-finished': 'l l l l l l l l l l ?',
  'print-cancelled': 'l l l l l l l l l l ?',
  'print-started': 'l l l l l l l l l l ?',
  'first-layers-done': 'l l l l l l l l l l ?',
};

const letters = { lasts: 'l', over: 'o', unclear: '?' } as const;

test.each(Object.entries(table) as [PrintAlertKind, string][])('a reported %s lasts or is over', (kind, expected) => {
  const seenAt = states.printing.print?.seenAt ?? null;
  expect(order.map((state) => states[state].kind)).toEqual(order);
  expect(order.map((state) => letters[troubleNow(kind, seenAt, states[state])]).join(' ')).toBe(expected);
});

test('a problem of an earlier print is over, except what has happened', () => {
  const other = { id: 'b', file: 'lid.gcode', progress: 1, duration: 30, left: 3_000 };
  const next = last([
    begun,
    [60, printing(31, { state: 'paused' })],
    ...([120, 180] as const).map((at) => [at, { state: 'paused', ...other }] as const),
  ]);
  const seenAt = states.printing.print?.seenAt ?? null;
  expect(next.print?.seenAt).not.toBe(seenAt);
  for (const kind of ['print-paused', 'gadget-paused', 'gadget-warning'] as const)
    expect(troubleNow(kind, seenAt, next)).toBe('over');
  expect(troubleNow('print-failed', seenAt, next)).toBe('lasts');
});

test('a state that was seen only once does not begin a problem again', () => {
  const once = last([begun, [60, printing(31, { state: 'paused' })]]);
  expect(troubleNow('print-paused', once.print?.seenAt ?? null, once)).toBe('unclear');
  const silent = last([begun, [60, failure('printer-not-answering', 785)]]);
  expect(troubleNow('printer-not-answering', silent.print?.seenAt ?? null, silent)).toBe('unclear');
});
