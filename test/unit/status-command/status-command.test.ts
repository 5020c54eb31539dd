import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/domain/words/words.ts';
import { readFlags } from '../../../src/startup/flags.ts';
import { askStatus } from '../../../src/status-command/ask.ts';
import type { StatusAnswer } from '../../../src/status-command/exchange.ts';
import { statusOutcome } from '../../../src/status-command/outcome.ts';
import { statusPlace } from '../../../src/status-command/place.ts';
import { serveStatus } from '../../../src/status-command/serve.ts';

const answer = (state: string): StatusAnswer => ({
  status: { glance: { type: 'glance', state }, printers: [{ type: 'printer', name: 'Voron' }] },
  lines: ['Voron: Connected'],
});
const asked = (state: string) => ({ got: 'answer', text: JSON.stringify(answer(state)) }) as const;
const english = wordsIn('en');

let folder: string;
let place: string;
let server: Server | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-status-'));
  place = statusPlace(folder, process.platform);
});
afterEach(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

/** Serves once it listens; rejects when that cannot be. */
function serve(give: () => StatusAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    server = serveStatus(place, give, reject);
    server.on('listening', resolve);
  });
}

describe('the words of the status command', () => {
  it('are one line a printer, or the answer as JSON; the code says whether all are connected', () => {
    expect(statusOutcome(asked('online'), false, english)).toEqual({
      stdout: 'Voron: Connected\n',
      stderr: '',
      code: 0,
    });
    const json = statusOutcome(asked('offline'), true, english);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual(answer('offline').status);
    expect(json.stdout.split('\n')).toHaveLength(2);
    for (const state of ['none', 'checking', 'unknown', 'reconnect-needed'])
      expect(statusOutcome(asked(state), false, english).code).toBe(1);
  });

  it('stand on stderr when there is nobody to ask, or one who makes no sense', () => {
    expect(statusOutcome({ got: 'nobody' }, true, english)).toEqual({
      stdout: '',
      stderr: 'OctoGlance is not running. Start it, then ask again.\n',
      code: 3,
    });
    for (const nonsense of [
      { got: 'silence' },
      { got: 'answer', text: '{}' },
      { got: 'answer', text: 'hello' },
    ] as const)
      expect(statusOutcome(nonsense, false, wordsIn('de'))).toMatchObject({
        code: 3,
        stdout: '',
        stderr: expect.stringContaining('antwortet'),
      });
  });

  it('are asked for by a word of its own', () => {
    expect(readFlags(['/app', 'status']).statusCommand).toBe('lines');
    expect(readFlags(['/app', '--no-sandbox', 'status', '--json', '--user-data-dir=/p']).statusCommand).toBe('json');
    for (const other of [['/app'], ['/app', '--json'], ['/app/status'], ['--status'], ['octoglance://status']])
      expect(readFlags(other).statusCommand).toBeNull();
  });
});

describe('the place of the status', () => {
  it('is the profile, and a pipe of its own for each profile on Windows', () => {
    expect(statusPlace('/p', 'linux')).toBe('/p/status.sock');
    expect(statusPlace('C:\\p', 'win32')).toMatch(/^\\\\\.\\pipe\\octoglance-status-[0-9a-f]{32}$/);
    expect(statusPlace('C:\\p', 'win32')).not.toBe(statusPlace('C:\\q', 'win32'));
  });
});

describe.skipIf(process.platform === 'win32')('the status socket', () => {
  it('gives the present state, to its user alone, and is gone afterwards', async () => {
    let state = 'online';
    await serve(() => answer(state));
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(statusOutcome(await askStatus(place), false, english).code).toBe(0);
    state = 'offline';
    expect(statusOutcome(await askStatus(place), false, english).code).toBe(1);
    server?.close();
    expect(existsSync(place)).toBe(false);
    expect(await askStatus(place)).toEqual({ got: 'nobody' });
  });

  it('takes the place of one that was left, or of a file', async () => {
    writeFileSync(place, '');
    expect(await askStatus(place)).toEqual({ got: 'nobody' });
    await serve(() => answer('online'));
    expect(await askStatus(place)).toMatchObject({ got: 'answer' });
  });

  it('says nothing unasked, nor to another question', async () => {
    await serve(() => answer('online'));
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(place, () => socket.write(`${'x'.repeat(100_000)}\n`));
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    expect(heard).toBe('');
    expect(await askStatus(place)).toMatchObject({ got: 'answer' });
  });

  it('does not hold up whoever asks an app that hangs', async () => {
    server = createServer(() => {});
    await new Promise<void>((resolve) => server?.listen(place, resolve));
    expect(await askStatus(place)).toEqual({ got: 'silence' });
  });
});
