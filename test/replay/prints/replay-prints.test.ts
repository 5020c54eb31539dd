import { expect, test } from 'vitest';
import { readTrace } from '../../../src/demo/read-trace.ts';
import { type Asked, type ReplayLine, replay } from '../../../src/demo/replay.ts';

async function outcomeOf(events: readonly object[]) {
  const lines: ReplayLine[] = [];
  const requests: Asked[] = [];
  await replay(readTrace(events.map((event) => JSON.stringify(event)).join('\n')), (line) => lines.push(line), {
    answered: (one) => requests.push(one),
  });
  return {
    requests,
    alerts: lines.flatMap((line) => ('alert' in line ? [line] : [])),
    prints: lines.flatMap((line) => ('print' in line ? [line] : [])),
    figures: lines.at(-1),
  };
}

const up = { at: 0, printer: 'Voron', link: 'up' };
const begins = (at: number, id = 'a') => ({ at, printer: 'Voron', print: { id, file: 'benchy', seconds: 7_200 } });

test('a print to its end: its progress, its end time, and one notification', async () => {
  const { alerts, prints, figures } = await outcomeOf([up, begins(600), { at: 10_000, end: true }]);
  const kinds = prints.map(({ print }) => print).filter((print) => print !== 'finishing');
  expect(kinds.filter((print, at, all) => print !== all[at - 1])).toEqual([
    'idle',
    'warming-up',
    'printing',
    'finished',
  ]);
  const half = prints.find(({ progress }) => progress === 50);
  expect(half?.finishAt).toBeGreaterThan(7_800 - 180);
  expect(half?.finishAt).toBeLessThan(7_800 + 180);
  expect(alerts).toMatchObject([{ alert: 'print-finished', printers: ['Voron'], notification: 1 }]);
  expect(alerts[0]?.at).toBeLessThanOrEqual(7_800 + 60 + 15);
  expect(figures).toHaveProperty('printRequests');
});

test('failures, pauses, warnings and silent printers are reported; unwanted kinds are not', async () => {
  const { alerts } = await outcomeOf([
    up,
    begins(600),
    { at: 1_800, printer: 'Voron', print: 'pause' },
    { at: 2_400, printer: 'Voron', print: 'resume' },
    { at: 3_000, printer: 'Voron', print: 'fail' },
    { at: 20_000, printer: 'Voron', print: 'none' },
    begins(30_000, 'b'),
    { at: 32_000, printer: 'Voron', gadget: 'warn' },
    { at: 33_000, printer: 'Voron', host: 785 },
    { at: 34_000, printer: 'Voron', host: 'ok' },
    { at: 35_000, setting: { printTopics: { 'print-finished': false } } },
    { at: 50_000, end: true },
  ]);
  expect(alerts.map(({ alert }) => alert)).toEqual([
    'print-paused',
    'print-failed',
    'gadget-warning',
    'printer-not-answering',
  ]);
});

test('an end during sleep is reported once at wake, and not again after a restart', async () => {
  const { alerts } = await outcomeOf([
    up,
    begins(600),
    { at: 3_000, computer: 'sleep' },
    { at: 20_000, computer: 'wake' },
    { at: 22_000, app: 'kill' },
    { at: 22_100, app: 'start' },
    { at: 40_000, end: true },
  ]);
  expect(alerts.map(({ alert }) => alert)).toEqual(['print-finished']);
  expect(alerts[0]?.at).toBeLessThan(20_060);
  expect(alerts[0]?.since).toBeLessThan(20_000);
});

test('a lost connection is reported once, and of its print only what follows', async () => {
  const { alerts, prints } = await outcomeOf([
    up,
    begins(600),
    { at: 3_000, printer: 'Voron', link: 'down' },
    { at: 4_000, printer: 'Voron', link: 'up' },
    { at: 12_000, end: true },
  ]);
  expect(alerts.map(({ alert }) => alert)).toEqual(['disconnected', 'recovered', 'print-finished']);
  const lost = prints.find(({ at }) => at > 3_000);
  expect(lost).toMatchObject({ print: 'unknown', progress: null, finishAt: null });
});

test('with print monitoring off nothing is polled or reported about prints', async () => {
  const off = { at: 0, setting: { watchPrints: false } };
  const { alerts, prints, figures } = await outcomeOf([off, up, begins(600), { at: 12_000, end: true }]);
  expect([alerts, prints]).toEqual([[], []]);
  expect(figures).not.toHaveProperty('printRequests');
});

/** Compares the Info API requests of a scenario with prints of every kind to those without prints. */
test.each([200, 3_000])('prints delay no poll of a connection, with answers of %i ms', async (latency) => {
  const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
  const connections = [
    { at: 0, latency },
    ...names.map((printer) => ({ at: 0, printer, link: 'up' })),
    ...names.slice(0, 6).flatMap((printer, index) => [
      { at: 5_000 + index * 700, printer, link: 'down' },
      { at: 5_300 + index * 700, printer, link: 'up' },
    ]),
    { at: 30_000, computer: 'sleep' },
    { at: 33_000, computer: 'wake' },
    { at: 43_200, end: true },
  ];
  const prints = names.flatMap((printer, index) => [
    { at: 60 * index, printer, print: { id: 'a', file: 'a', seconds: 9_000 } },
    { at: 12_000 + 60 * index, printer, print: { id: 'b', file: 'b', seconds: 20_000 } },
    { at: 15_000, printer, host: index % 3 === 0 ? 785 : 'ok' },
    { at: 17_000, printer, host: 'ok' },
  ]);
  const inOrder = [...connections, ...prints].toSorted((one, other) => one.at - other.at);
  const [without, withPrints] = [await outcomeOf(connections), await outcomeOf(inOrder)];
  expect(withPrints.figures).toHaveProperty('printRequests');
  for (const name of names) {
    const [before, after] = [without, withPrints].map(({ requests }) =>
      requests.filter(({ printer }) => printer === name).map(({ requestedAt }) => requestedAt),
    );
    expect(after?.length).toBeGreaterThanOrEqual(before?.length ?? 0);
    for (const [number, at] of (before ?? []).entries()) expect(after?.[number] ?? 0).toBeLessThanOrEqual(at);
  }
});
