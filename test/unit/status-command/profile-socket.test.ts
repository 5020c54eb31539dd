import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../../../src/status-command/ask.ts';
import {
  actionRequest,
  type Launch,
  launchRequest,
  launchResponses,
  statusRequest,
} from '../../../src/status-command/exchange.ts';
import { readRequest, type StatusResponse } from '../../../src/status-command/read-exchange.ts';
import { ProfileSocket, type RequestHandlers } from '../../../src/status-command/serve.ts';
import { socketPlaces } from '../../../src/status-command/socket-path.ts';
import { leaveDeadSocket } from '../../support/status-command/dead-socket.ts';

const answer = (state: string): StatusResponse => ({
  status: { glance: { type: 'glance', state }, printers: [] },
  lines: [],
});
const answering = (state: string | (() => string)): RequestHandlers => ({
  status: () => answer(typeof state === 'string' ? state : state()),
  act: async ({ do: wanted, name }) => ({ code: 0, lines: [`${wanted} ${name}`] }),
  watch: () => ({ show: () => {}, end: () => {} }),
});
const wanted: Launch = { show: true, link: null };

let folder: string;
let profile: string;
let sockets: ProfileSocket[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-socket-'));
  profile = join(folder, 'profile');
  mkdirSync(profile);
  mkdirSync(join(folder, 'tmp'));
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const placesOf = (path: string, environment: NodeJS.ProcessEnv = {}) => socketPlaces(path, 'linux', environment);
function open(path = profile, environment: NodeJS.ProcessEnv = {}): ProfileSocket {
  const socket = new ProfileSocket(placesOf(path, environment));
  sockets = [...sockets, socket];
  expect(socket.listen()).toBe(true);
  return socket;
}
/** Tries every place where an app may listen, like `octoglance status`. */
async function find(path = profile, request = statusRequest, environment: NodeJS.ProcessEnv = {}) {
  for (const socketPath of placesOf(path, environment).toAsk()) {
    const result = await ask(socketPath, request, 3_000);
    if (result.got !== 'not-running') return result.got === 'response' ? result.text : result.got;
  }
  return 'not-running';
}
/** Creates a folder whose path is too long for a socket address. */
function deep(): string {
  const path = join(folder, 'x'.repeat(90), 'ü'.repeat(40));
  mkdirSync(path, { recursive: true });
  return path;
}

describe.skipIf(process.platform === 'win32')('The socket of a profile', () => {
  it('sends the current status, only to its user, and is gone afterwards', async () => {
    let state = 'online';
    const socket = open();
    socket.answer(answering(() => state));
    expect(statSync(join(profile, 'status.sock')).mode & 0o777).toBe(0o600);
    expect(await find()).toContain('"online"');
    state = 'offline';
    expect(await find()).toContain('"offline"');
    socket.close();
    expect(existsSync(join(profile, 'status.sock'))).toBe(false);
    expect(await find()).toBe('not-running');
  });

  it('replaces a file and the socket of a killed app', async () => {
    for (const leave of [leaveDeadSocket, async (socketPath: string) => writeFileSync(socketPath, '')]) {
      await leave(join(profile, 'status.sock'));
      const socket = open();
      socket.answer(answering('online'));
      expect(await find()).toContain('online');
      socket.close();
    }
  });

  it('sends nothing without a request, nor for an unknown one', async () => {
    open().answer(answering('online'));
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(join(profile, 'status.sock'), () => socket.write(`${'x'.repeat(100_000)}\n`));
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    expect(heard).toBe('');
    expect(await find()).toContain('online');
  });

  it('accepts the requests of further starts, even before the app is ready', async () => {
    const socket = open();
    const link = 'octoglance://connected?state=example';
    const early = find(profile, launchRequest({ show: false, link }));
    const late = find();
    const launches: Launch[] = [];
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.onLaunch((launch) => launches.push(launch));
    socket.answer(answering('none'));
    expect(await early).toBe(launchResponses.taken);
    expect(await late).toContain('none');
    expect(launches).toEqual([{ show: false, link }]);
    socket.ending();
    expect(await find(profile, launchRequest(wanted))).toBe(launchResponses.ending);
    expect(launches).toHaveLength(1);
  });

  it('limits the time of a client for its request, and not while the app takes its time', async () => {
    const limited = vi.spyOn(Socket.prototype, 'setTimeout');
    const limits: (number | undefined)[] = [];
    const note = () => limits.push((limited.mock.contexts[0] as Socket | undefined)?.timeout);
    open().answer({
      ...answering('online'),
      act: async () => {
        note();
        return { code: 0, lines: ['done'] };
      },
    });
    expect(await find(profile, actionRequest({ do: 'open', name: '' }))).toContain('done');
    note();
    limited.mockRestore();
    expect(limits).toEqual([0, 5_000]);
  });

  it('is found through a link to the profile', async () => {
    symlinkSync(profile, join(folder, 'link'));
    open(join(folder, 'link')).answer(answering('online'));
    expect(await find(profile)).toContain('online');
    expect(await find(join(folder, 'link'))).toContain('online');
  });

  it('moves to a short private folder if its path is too long, and is found there', async () => {
    const path = deep();
    const runtime = join(folder, 'run');
    mkdirSync(runtime);
    const socket = open(path, { XDG_RUNTIME_DIR: runtime });
    socket.answer(answering('online'));
    expect(lstatSync(join(path, 'status.sock')).isSymbolicLink()).toBe(true);
    expect(await find(path, statusRequest, { XDG_RUNTIME_DIR: runtime })).toContain('online');
    // The asking process may have a different environment.
    expect(await find(path)).toContain('online');
    symlinkSync(path, join(folder, 'short'));
    expect(await find(join(folder, 'short'))).toContain('online');
    socket.close();
    expect(existsSync(join(path, 'status.sock'))).toBe(false);
    expect(readdirSync(runtime)).toEqual([]);
    expect(await find(path, statusRequest, { XDG_RUNTIME_DIR: runtime })).toBe('not-running');
  });

  it('of another profile is not used by a copy of it, which includes its link', async () => {
    const path = deep();
    open(path).answer(answering('online'));
    const copy = join(folder, 'backup');
    cpSync(path, copy, { recursive: true, verbatimSymlinks: true });
    expect(lstatSync(join(copy, 'status.sock')).isSymbolicLink()).toBe(true);
    expect(await find(copy)).toBe('not-running');
    open(copy).answer(answering('offline'));
    expect(await find(copy)).toContain('offline');
    expect(await find(path)).toContain('online');
  });

  it('does not listen or connect in a folder that others could have created', async () => {
    const path = deep();
    const runtime = join(folder, 'run');
    mkdirSync(runtime);
    const [apart = ''] = placesOf(path, { XDG_RUNTIME_DIR: runtime }).toListen;
    mkdirSync(join(apart, '..'));
    chmodSync(join(apart, '..'), 0o777);
    open(path, { XDG_RUNTIME_DIR: runtime }).answer(answering('online'));
    expect(existsSync(apart)).toBe(false);
    expect(await find(path)).toContain('online');
    expect(placesOf(path, { XDG_RUNTIME_DIR: runtime }).toAsk()).not.toContain(apart);
  });

  it('is restored when it is deleted, with its folder', async () => {
    open().answer(answering('online'));
    rmSync(join(profile, 'status.sock'));
    await expect.poll(() => find(), { timeout: 10_000 }).toContain('online');
    rmSync(profile, { recursive: true });
    await expect.poll(() => find(), { timeout: 10_000 }).toContain('online');
  });
});

describe('A request', () => {
  it('is parsed as it arrives, and nothing else is', () => {
    expect(readRequest('sta')).toBe('more');
    expect(readRequest('status\n')).toEqual({ asks: 'status' });
    expect(readRequest('launch {"show":tr')).toBe('more');
    expect(readRequest(launchRequest(wanted))).toEqual({ asks: 'launch', launch: wanted });
    for (const wrong of [
      'quit\n',
      'launch {}\n',
      'launch {"show":1,"link":null}\n',
      'launch {"show":true,"link":"file:///etc/passwd"}\n',
      `launch {"show":true,"link":"octoglance:${'x'.repeat(17_000)}"}\n`,
      `launch ${'x'.repeat(41_000)}`,
      'launch nonsense\n',
    ])
      expect(readRequest(wrong)).toBe('wrong');
  });
});
