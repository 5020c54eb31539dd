import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { readFlags } from '../../../src/startup/flags.ts';
import { ask } from '../../../src/status-command/ask.ts';
import { statusRequest } from '../../../src/status-command/exchange.ts';
import { statusOutcome } from '../../../src/status-command/outcome.ts';
import type { StatusResponse } from '../../../src/status-command/read-exchange.ts';
import { socketPlaces } from '../../../src/status-command/socket-path.ts';
import { leaveDeadSocket } from '../../support/status-command/dead-socket.ts';

const answer = (state: string): StatusResponse => ({
  status: { glance: { type: 'glance', state }, printers: [{ type: 'printer', name: 'Voron' }] },
  lines: ['Voron: Connected'],
});
const received = (state: string) => ({ got: 'response', text: JSON.stringify(answer(state)) }) as const;
const english = messagesFor('en');

let folder: string;
let socketPath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-status-'));
  socketPath = join(folder, 'status.sock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the output of the status command', () => {
  it('is one line per printer, or JSON; the exit code shows whether all are connected', () => {
    expect(statusOutcome(received('online'), false, english)).toEqual({
      stdout: 'Voron: Connected\n',
      stderr: '',
      code: 0,
    });
    const json = statusOutcome(received('offline'), true, english);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual(answer('offline').status);
    expect(json.stdout.split('\n')).toHaveLength(2);
    for (const state of ['none', 'checking', 'unknown', 'reconnect-needed'])
      expect(statusOutcome(received(state), false, english).code).toBe(1);
  });

  it('is on stderr if no app is running or its answer is invalid', () => {
    expect(statusOutcome({ got: 'not-running' }, true, english)).toEqual({
      stdout: '',
      stderr: 'OctoGlance isn’t running. Start it and try again.\n',
      code: 3,
    });
    for (const nonsense of [
      { got: 'no-response' },
      { got: 'response', text: '{}' },
      { got: 'response', text: 'hello' },
    ] as const)
      expect(statusOutcome(nonsense, false, messagesFor('de'))).toMatchObject({
        code: 3,
        stdout: '',
        stderr: expect.stringContaining('reagiert'),
      });
  });

  it('needs its own command', () => {
    const command = (...args: readonly string[]) => readFlags(args).command;
    expect(command('/app', 'status')).toEqual({ do: 'status', json: false, watch: false });
    const flagged = ['--no-sandbox', 'status', '--json', '--watch', '--user-data-dir=/p'];
    expect(command('/app', ...flagged)).toEqual({ do: 'status', json: true, watch: true });
    for (const other of [['/app'], ['/app', '--json'], ['/app/status'], ['--status'], ['octoglance://status']])
      expect(command(...other)).toBeNull();
    expect(command('open', 'Prusa', 'MK4')).toEqual({ do: 'open', name: 'Prusa MK4' });
    expect(command('/app', 'open', 'status')).toEqual({ do: 'open', name: 'status' });
    expect(command('open', '--', '-odd name-')).toEqual({ do: 'open', name: '-odd name-' });
    expect(command('refresh')).toEqual({ do: 'refresh', name: '' });
    expect(command('completion', 'zsh')).toEqual({ do: 'completion', shell: 'zsh' });
    expect(command('Status'), 'capitals make no difference').toEqual({ do: 'status', json: false, watch: false });
    expect(command('OPEN', 'Prusa')).toEqual({ do: 'open', name: 'Prusa' });
  });

  it.each([
    ['opne', 'open'],
    ['stauts', 'status'],
    ['stat', 'status'],
    ['list-names', null],
    ['reload', null],
    ['refesh', 'refresh'],
    ['name', 'names'],
    ['completions', 'completion'],
    ['help', '--help'],
    ['Version', '--version'],
    ['demo', '--demo'],
    ['pen', 'open'],
    ['.', null],
    ['/home/ina/open', null],
    ['de', null],
    ['octoglance://opne', null],
  ])('is suggested for %s, if one is near: %s', (typed, meant) => {
    const expected = meant === null ? null : { do: 'mistyped', typed, meant };
    expect(readFlags([typed, 'Voron']).command).toEqual(expected);
    expect(readFlags(['/app', '--demo', typed]).command).toEqual(expected);
  });
});

describe('the status pipe on Windows', () => {
  it('is separate for each profile', () => {
    const pipe = (profile: string) => socketPlaces(profile, 'win32', {}).own;
    expect(pipe('C:\\p')).toMatch(/^\\\\\.\\pipe\\octoglance-status-[0-9a-f]{16}$/);
    expect(pipe('C:\\p')).not.toBe(pipe('C:\\q'));
    expect(pipe('C:\\P')).toBe(pipe('c:\\p'));
  });
});

describe.skipIf(process.platform === 'win32')('a request to the app', () => {
  it('is not found in place of nothing, a file or a dead socket', async () => {
    expect(await ask(socketPath, statusRequest, 3_000)).toEqual({ got: 'not-running' });
    writeFileSync(socketPath, '');
    expect(await ask(socketPath, statusRequest, 3_000)).toEqual({ got: 'not-running' });
    rmSync(socketPath);
    await leaveDeadSocket(socketPath);
    expect(existsSync(socketPath)).toBe(true);
    expect(await ask(socketPath, statusRequest, 3_000)).toEqual({ got: 'not-running' });
  });

  it('is not held up by an app that hangs', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(socketPath, resolve));
    expect(await ask(socketPath, statusRequest, 500)).toEqual({ got: 'no-response' });
    // This process got no turn until the time was over: that proves nothing about the app.
    const asked = ask(socketPath, statusRequest, 10);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    expect(await asked).toEqual({ got: 'no-response' });
    server.close();
  });
});
