import { expect, test } from 'vitest';
import { printHabits } from '../../../../src/demo/prints/print-events.ts';
import { createPrintWorld } from '../../../../src/demo/prints/print-world.ts';
import { printAt } from '../../../../src/demo/prints/simulated-print.ts';
import { statusBody, statusText } from '../../../../src/demo/prints/status-body.ts';
import { readTrace } from '../../../../src/demo/read-trace.ts';
import { createWorld } from '../../../../src/demo/world.ts';
import { type PrintReport, parsePrintReport } from '../../../../src/domain/print/print-report.ts';
import { readPluginResponse } from '../../../../src/octoeverywhere/plugin-response.ts';

const epoch = Date.UTC(2026, 6, 1, 12);

/** Returns what the plugin of the printer in this trace reports at these seconds, as parsed by the real reader. */
function reportsOf(trace: string, seconds: readonly number[]): (PrintReport | number)[] {
  const world = createPrintWorld(readTrace(trace));
  return seconds.map((at) => {
    const prints = world.prints('Voron', at);
    const body = statusText(
      statusBody(prints, at, (moment) => epoch + moment * 1_000),
      prints.habit,
    );
    const outcome = readPluginResponse({ status: 200, body }, parsePrintReport);
    if (outcome.kind === 'answered') return outcome.value;
    return outcome.failure.kind === 'no-answer' || outcome.failure.kind === 'no-credentials'
      ? 0
      : outcome.failure.status;
  });
}

const benchy = '{"at":0,"printer":"Voron","print":{"id":"a","file":"benchy","seconds":6060}}';
const figure = (report: PrintReport | number | undefined, name: 'progress' | 'layer' | 'timeLeft' | 'printId') =>
  typeof report === 'object' ? report[name] : report;
const states = (reports: readonly (PrintReport | number)[]) =>
  reports.map((report) => (typeof report === 'object' ? report.state : report));

test('a print goes through its states, and events only count while it runs', () => {
  const trace = `${benchy}
{"at":1000,"printer":"Voron","print":"pause"}
{"at":2000,"printer":"Voron","print":"resume"}
{"at":7500,"printer":"Voron","print":"cancel"}
{"at":8000,"printer":"Voron","print":"none"}`;
  expect(states(reportsOf(trace, [30, 100, 1_500, 2_500, 7_059, 7_061, 7_600, 8_100]))).toEqual([
    ...['warming-up', 'printing', 'paused', 'printing', 'printing', 'complete', 'complete', 'idle'],
  ]);
  const stopped = `${benchy}\n{"at":3060,"printer":"Voron","print":"fail"}`;
  const [failed] = reportsOf(stopped, [4_000]);
  expect([states([failed ?? 0])[0], figure(failed, 'progress')]).toEqual(['error', 50]);
});

test('the printer behind its plugin is unreachable, or has another access code', () => {
  const trace = `${benchy}
{"at":100,"printer":"Voron","host":785}
{"at":200,"printer":"Voron","host":789}
{"at":300,"printer":"Voron","host":"ok"}`;
  expect(states(reportsOf(trace, [150, 250, 350]))).toEqual([785, 789, 'printing']);
});

test.each(printHabits)('habit %s', (habit) => {
  const trace = `{"at":0,"printer":"Voron","habit":"${habit}"}
{"at":0,"printer":"Voron","print":{"id":"old","file":"cube","seconds":60}}
{"at":100,"printer":"Voron","print":{"id":"a","file":"benchy","seconds":6060}}`;
  const reports = reportsOf(trace, [130, 200, 3_160, 6_300]);
  const [warming, young, half, done] = reports;
  const progress = reports.map((report) => figure(report, 'progress'));
  const ids = reports.map((report) => figure(report, 'printId'));
  const usual = [0, 0.7, 50, 100];
  expect(progress).toEqual(
    habit === 'stale-start' ? [100, 100, 50, 100] : habit === 'jumps' ? [0, 0, 100, 100] : usual,
  );
  const expectedIds =
    habit === 'no-id'
      ? [null, null, null, null]
      : habit === 'late-id'
        ? ['old', 'old', 'a', 'a']
        : habit === 'changing-id'
          ? ['a-first', 'a-first', 'a', 'a']
          : ['a', 'a', 'a', 'a'];
  expect(ids).toEqual(expectedIds);
  expect(figure(half, 'layer')).toBe(habit === 'no-layers' ? null : 120);
  expect(figure(half, 'timeLeft')).toBe(habit === 'no-layers' ? 0 : 3_000_000);
  expect(states([warming ?? 0, young ?? 0, half ?? 0, done ?? 0])).toEqual([
    ...['warming-up', 'printing', 'printing'],
    habit === 'straight-to-idle' ? 'idle' : 'complete',
  ]);
});

test('a jump appears and disappears from one minute to the next', () => {
  const trace = `{"at":0,"printer":"Voron","habit":"jumps"}\n${benchy}`;
  const minutes = Array.from({ length: 90 }, (_, minute) => minute * 60);
  const progress = reportsOf(trace, minutes).map((report) => figure(report, 'progress') as number);
  expect(progress.filter((one) => one === 100).length).toBeGreaterThan(3);
  expect(progress.slice(5).filter((one) => one === 0).length).toBeGreaterThan(3);
});

test('prints do not affect the connection, and identify their printer', () => {
  const world = createWorld(readTrace(benchy));
  expect(world.printers).toEqual(['Voron']);
  expect(world.printer('Voron', 50)).toMatchObject({ link: 'up', answer: 200 });
});

test.each([
  ['{"at":0,"printer":"Voron","print":"stop"}'],
  ['{"at":0,"printer":"Voron","print":{"id":"a","file":"x","seconds":0}}'],
  ['{"at":0,"printer":"Voron","print":{"id":"a","file":"x","seconds":60,"more":1}}'],
  ['{"at":0,"printer":"Voron","gadget":"sleep"}'],
  ['{"at":0,"printer":"Voron","host":786}'],
  ['{"at":0,"print":"pause"}'],
])('%s is rejected', (line) => expect(() => readTrace(line)).toThrow('Line 1'));

test('events that make no sense for a print are ignored', () => {
  const trace = '{"at":0,"printer":"Voron","print":"pause"}\n{"at":5,"printer":"Voron","gadget":"warn"}';
  expect(createPrintWorld(readTrace(trace)).prints('Voron', 9).print).toBeNull();
  const { print, ...others } = createPrintWorld(readTrace(benchy)).prints('Voron', 9);
  expect(printAt({ print, ...others }, 9)?.phase).toBe('warmingup');
});
