import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { glanceLine, printerLine, printLine, type StreamedPrinter } from '../../src/app/status-stream.ts';
import { glanceOf } from '../../src/i18n/glance-text.ts';
import { messagesFor } from '../../src/i18n/messages.ts';

const page = await readFile(join(import.meta.dirname, '../../docs/status-bars.md'), 'utf8');
const scripts = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, script = '']) => script);
const script = scripts.find((one) => one.includes('.prints[]?')) ?? '';
const minute = 60_000;

const printer = (name: string, print: StreamedPrinter['print']): StreamedPrinter => ({
  id: name,
  name,
  status: 'online',
  stale: false,
  since: 0,
  print,
});
const printing = (progress: number | null, minutes: number | null): StreamedPrinter['print'] => ({
  kind: minutes === null ? 'paused' : 'printing',
  progress,
  finishAt: minutes === null ? null : Date.now() + minutes * minute,
  about: false,
});

/** Returns the output of `octoglance status --json` for these printers. */
function status(printers: readonly StreamedPrinter[]): string {
  const glance = glanceOf(
    printers.map(({ name }) => ({ name, status: 'online', stale: false })),
    'up',
    messagesFor('en'),
  );
  const prints = printers.flatMap((one) => printLine(one) ?? []);
  const response = { glance: glanceLine(glance), printers: printers.map(printerLine) };
  return JSON.stringify(prints.length === 0 ? response : { ...response, prints });
}

describe('the documented status bar script for print progress', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octoglance-bars-'));
    await writeFile(join(folder, 'octoglance'), '#!/bin/sh\ncat "$(dirname "$0")/answer"\n', { mode: 0o755 });
    await writeFile(join(folder, 'octoglance-print'), script, { mode: 0o755 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const shown = async (response: string): Promise<string> => {
    await writeFile(join(folder, 'answer'), response);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
    return new Promise((resolve, reject) => {
      execFile(join(folder, 'octoglance-print'), { env, timeout: 10_000 }, (error, stdout, stderr) => {
        if (error !== null || stderr !== '') reject(error ?? new Error(stderr));
        else resolve(stdout);
      });
    });
  };

  test.each([
    [[printer('Voron', printing(42, 79.5))], 'Voron 42%, 1 h 20 min left\n'],
    [[printer('Voron', printing(99, 0.2))], 'Voron 99%, 1 min left\n'],
    [[printer('Voron', printing(99, -3))], 'Voron 99%, 1 min left\n'],
    [
      [printer('Slow', printing(10, 300)), printer('Soon', printing(70, 12)), printer('Paused', printing(90, null))],
      'Soon 70%, 12 min left\n',
    ],
    [[printer('Paused', printing(90, null))], 'Paused 90%\n'],
    [[printer('Warm', { kind: 'warming-up', progress: null, finishAt: null, about: false })], ''],
    [[printer('Idle', null)], ''],
    [[], ''],
    [[printer('$(touch x) "quoted" \\(name)', printing(5, 59))], '$(touch x) "quoted" \\(name) 5%, 59 min left\n'],
  ])('%j', async (printers, line) => {
    expect(await shown(status(printers))).toBe(line);
  });

  test('shows nothing if the app is not running', async () => {
    expect(await shown('')).toBe('');
  });
});
