import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrace } from '../../src/demo/read-trace.ts';
import { type ReplayLine, replay } from '../../src/demo/replay.ts';

const day = 86_400;

async function outcomeOf(...lines: readonly object[]): Promise<readonly ReplayLine[]> {
  const notified: ReplayLine[] = [];
  await replay(readTrace(lines.map((line) => JSON.stringify(line)).join('\n')), (line) => notified.push(line));
  return notified;
}

const alertsOf = (lines: readonly ReplayLine[]) => lines.flatMap((line) => ('alert' in line ? [line] : []));
/** Returns what the icon showed, in order. */
const glancesOf = (lines: readonly ReplayLine[]) =>
  lines.flatMap((line) => ('glance' in line ? [line.glance] : [])).filter((glance, at, all) => glance !== all[at - 1]);

describe('replay', () => {
  it('reports a disconnection within the grace period, a poll and 15 s, with few requests', async () => {
    const lines = await outcomeOf(
      { at: 0, printer: 'Voron', link: 'up' },
      { at: 3_600, printer: 'Voron', link: 'down' },
      { at: day, end: true },
    );
    const [alert, ...more] = alertsOf(lines);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ alert: 'disconnected', printers: ['Voron'], since: 3_600 });
    expect(alert?.at).toBeGreaterThanOrEqual(3_690);
    expect(alert?.at).toBeLessThanOrEqual(3_600 + 90 + 60 + 15);
    const last = lines.at(-1);
    expect(last).toHaveProperty('requests');
    if (last !== undefined && 'requests' in last) {
      expect(last.requests).toBe(last.perPrinter['Voron']);
      expect(last.requests).toBeGreaterThan(1_300);
      expect(last.requests).toBeLessThanOrEqual(day / 60 + 2);
    }
  });

  it('never reports the reconnects of a healthy plugin', async () => {
    const events: object[] = [{ at: 0, printer: 'Voron', link: 'up' }];
    for (let at = 1_000; at < 7 * day; at += 4_321) {
      events.push({ at, printer: 'Voron', link: 'down' }, { at: at + 60, printer: 'Voron', link: 'up' });
    }
    expect(alertsOf(await outcomeOf(...events, { at: 7 * day, end: true }))).toEqual([]);
  });

  it('shows this computer’s own problems only as grey', async () => {
    const lines = await outcomeOf(
      { at: 0, printer: 'Voron', link: 'up' },
      { at: 5_000, network: 'down' },
      { at: 9_000, network: 'up' },
      { at: 20_000, computer: 'sleep' },
      { at: 50_000, computer: 'wake' },
      { at: day, end: true },
    );
    expect(alertsOf(lines)).toEqual([]);
    expect(glancesOf(lines)).toEqual(['checking', 'online', 'unknown', 'online']);
  });

  it('polls and reports nothing while asleep, whatever changes or is added', async () => {
    const asleep = [
      { at: 0, printer: 'Voron', link: 'up' },
      { at: 100, computer: 'sleep' },
      { at: 200, setting: { pollSeconds: 30, graceSeconds: 0 } },
      { at: 300, printer: 'Ender', link: 'up' },
      { at: 400, printer: 'Voron', link: 'down' },
    ];
    const requestsIn = async (...events: readonly object[]) => (await outcomeOf(...events)).at(-1);
    const before = await requestsIn(...asleep.slice(0, 2), { at: 150, end: true });
    expect(await requestsIn(...asleep, { at: 20_000, end: true })).toEqual({
      ...before,
      mostInOneSecond: expect.any(Number),
      perPrinter: { Voron: expect.any(Number), Ender: 0 },
    });
    const lines = await outcomeOf(...asleep, { at: 20_000, computer: 'wake' }, { at: 21_000, end: true });
    expect(alertsOf(lines).map(({ alert }) => alert)).toEqual(['disconnected']);
    expect(alertsOf(lines)[0]?.at).toBeGreaterThanOrEqual(20_000);
    expect(lines.at(-1)).toMatchObject({ perPrinter: { Ender: expect.any(Number) } });
  });

  it('reports a disconnection during sleep after waking, with its true time', async () => {
    const lines = await outcomeOf(
      { at: 0, printer: 'Voron', link: 'up' },
      { at: 20_000, computer: 'sleep' },
      { at: 25_000, printer: 'Voron', link: 'down' },
      { at: 50_000, computer: 'wake' },
      { at: day, end: true },
    );
    const [alert] = alertsOf(lines);
    expect(alert).toMatchObject({ alert: 'disconnected', since: 25_000 });
    expect(alert?.at).toBeLessThanOrEqual(50_000 + 20);
  });

  it('gives the same lines for the same trace', async () => {
    const events = [
      { at: 0, printer: 'Voron', link: 'up' },
      { at: 5_000, service: 602 },
      { at: day, end: true },
    ];
    expect(await outcomeOf(...events)).toEqual(await outcomeOf(...events));
  });

  it('replays a day of twenty printers', async () => {
    const events = Array.from({ length: 20 }, (_, index) => ({ at: 0, printer: `printer ${index}`, link: 'up' }));
    const lines = await outcomeOf(...events, { at: day, end: true });
    expect(glancesOf(lines)).toEqual(['checking', 'online']);
  });
});

describe('npm run replay', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octoglance replay '));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(text: string) {
    const file = join(folder, 'trace.jsonl');
    await writeFile(file, text);
    const script = join(import.meta.dirname, '../../scripts/replay.mjs');
    return promisify(execFile)(process.execPath, [script, file]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  }

  it('prints one JSON object per line', async () => {
    const { code, stdout, stderr } = await run(
      '{"at":0,"printer":"Voron","link":"up"}\n{"at":600,"printer":"Voron","answer":605}\n{"at":1300,"end":true}\n',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    const forms = new Set(lines.map((line) => Object.keys(JSON.parse(line)).join()));
    expect(forms).toEqual(
      new Set([
        'at,printer,status,since,stale',
        'at,glance,stale',
        'at,alert,printers,since,notification',
        'history',
        'requests,perPrinter,mostInOneSecond',
      ]),
    );
    expect(lines.slice(-2).map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['history', 'requests']);
  });

  it.each([
    ['{"at":0,"printer":"Voron","link":"up"}\nnonsense\n', /^Line 2: /],
    ['{"at":0,"printer":"Voron","link":"up","colour":"red"}\n', /^Line 1: .*colour/],
  ])('names the invalid line: %j', async (text, message) => {
    const { code, stdout, stderr } = await run(text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
