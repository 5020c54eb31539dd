import { expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { hear } from './heard.ts';
import { judge } from './judge.ts';
import { truthOf } from './truth.ts';

const end = 7_200;

/** One printer has so many kinds of trouble within an hour that its return may cause no new notification. */
const trace: readonly TraceEvent[] = [
  { at: 0, printer: 'Voron', link: 'up' },
  { at: 600, printer: 'Voron', answer: 605 },
  { at: 900, printer: 'Voron', answer: 200 },
  { at: 1_200, printer: 'Voron', answer: 610 },
  { at: 1_800, printer: 'Voron', answer: 200 },
  { at: 2_100, printer: 'Voron', link: 'down' },
  { at: 2_700, printer: 'Voron', link: 'up' },
  { at: end, end: true },
];

it('shows an end in the notification of its beginning, which is on the screen until then', async () => {
  const truth = truthOf(trace, end);
  const heard = await hear(trace, truth);
  const numberOf = (kind: string) => heard.alerts.find(({ alert }) => alert === kind)?.notification;
  expect(numberOf('recovered')).toBe(numberOf('disconnected'));
  expect(heard.unseen).toEqual([]);
  expect(judge(truth, heard).faults()).toEqual({});
});

it('closes the notification that OctoEverywhere can’t be reached once it can', async () => {
  const silent: readonly TraceEvent[] = [
    { at: 0, printer: 'Voron', link: 'up' },
    { at: 600, service: 'timeout' },
    { at: 4_000, service: 'ok' },
    { at: end, end: true },
  ];
  const truth = truthOf(silent, end);
  const heard = await hear(silent, truth);
  expect(heard.alerts.map(({ alert }) => alert)).toEqual(['service-unreachable', 'service-reachable']);
  expect(heard.unseen).toEqual([]);
  expect(heard.stale).toEqual([]);
});
