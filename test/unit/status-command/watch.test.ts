import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChangedLines } from '../../../src/app/changed-lines.ts';
import { ask } from '../../../src/status-command/ask.ts';
import { actionRequest, type WatchedAs, watchRequests } from '../../../src/status-command/exchange.ts';
import { readRequest } from '../../../src/status-command/read-exchange.ts';
import { ProfileSocket } from '../../../src/status-command/serve.ts';
import { socketPlaces } from '../../../src/status-command/socket-path.ts';
import { watch } from '../../../src/status-command/watch.ts';

let folder: string;
let socket: ProfileSocket;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-watch-'));
  socket = new ProfileSocket(socketPlaces(folder, 'linux', {}));
});
afterEach(() => {
  socket.close();
  rmSync(folder, { recursive: true });
});

const places = () => socketPlaces(folder, 'linux', {}).toAsk();

/** Watches, with a reader whose loss shows only by writing. */
const watched = (from: readonly string[], as: WatchedAs, write: (text: string) => boolean) =>
  watch(from, as, { write, hasLostReader: () => false });

/** A running app whose lines the test writes. */
function running() {
  const watching: { as: WatchedAs; write: (line: string) => boolean; show: ReturnType<typeof vi.fn> }[] = [];
  expect(socket.listen()).toBe(true);
  socket.answer({
    status: () => ({ status: { glance: { type: 'glance', state: 'online' }, printers: [] }, lines: [] }),
    act: async ({ do: wanted, name }) => ({ code: 0, lines: [`${wanted} ${name}`] }),
    watch: (as, write) => {
      const show = vi.fn();
      watching.push({ as, write, show });
      write(`begun as ${as}\n`);
      return { show, end: () => void watching.splice(0) };
    },
  });
  return watching;
}

describe.skipIf(process.platform === 'win32')('Watching', () => {
  it('reports each change until the app ends', async () => {
    const watching = running();
    let read = '';
    const ended = watched(places(), 'json', (text) => {
      read += text;
      return true;
    });
    await vi.waitFor(() => expect(read).toBe('begun as json\n'));
    watching[0]?.write('Voron: Disconnected 🐙\n');
    await vi.waitFor(() => expect(read).toContain('Disconnected 🐙'));
    socket.close();
    expect(await ended).toBe('stopped');
  });

  it('takes no place away from other requests, however many watch', async () => {
    const watching = running();
    const ends: string[] = [];
    for (let count = 0; count < 80; count += 1)
      void watched(places(), 'lines', () => true).then((end) => ends.push(end));
    await vi.waitFor(() => expect(ends).toHaveLength(16));
    expect(watching).toHaveLength(64);
    for (let count = 0; count < 3; count += 1)
      expect(await ask(places()[0] ?? '', actionRequest({ do: 'open', name: 'Voron' }), 5_000)).toMatchObject({
        got: 'response',
      });
    expect(new Set(ends)).toEqual(new Set(['no-response']));
  });

  it('ends when its reader ends, and the app forgets it', async () => {
    const watching = running();
    expect(await watched(places(), 'lines', () => false)).toBe('reader-gone');
    await vi.waitFor(() => expect(watching).toEqual([]));
  });

  it('ends soon after its reader, even if nothing changes, but not between two openings of a named pipe', async () => {
    const watching = running();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let isLost = false;
      const ended = watch(places(), 'lines', { write: () => true, hasLostReader: () => isLost });
      await vi.waitFor(() => expect(watching).toHaveLength(1));
      for (isLost of [true, false, true, false]) vi.advanceTimersByTime(4_000);
      expect(vi.getTimerCount()).toBe(1);
      isLost = true;
      vi.advanceTimersByTime(10_000);
      expect(await ended).toBe('reader-gone');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => expect(watching).toEqual([]));
  });

  it('holds back what a slow reader does not accept, and requests it again later', async () => {
    const watching = running();
    const held = new Promise<void>((resolve) => {
      void watched(places(), 'lines', () => {
        resolve();
        // A terminal paused with Ctrl+S blocks its thread.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
        return true;
      });
    });
    await held;
    const one = watching[0];
    let taken = 0;
    while (one?.write(`${'x'.repeat(1_000)}\n`) === true && taken < 10_000) taken += 1;
    expect(taken).toBeLessThan(2_000);
    await vi.waitFor(() => expect(one?.show).toHaveBeenCalled(), { timeout: 20_000 });
    expect(one?.write('again\n')).toBe(true);
  });

  it('reports whether no app is running or one hangs', async () => {
    expect(await watched([join(folder, 'none.sock')], 'lines', () => true)).toBe('not-running');
    const mute = createServer(() => {});
    const socketPath = join(folder, 'mute.sock');
    await new Promise<void>((resolve) => mute.listen(socketPath, resolve));
    expect(await watched([join(folder, 'none.sock'), socketPath], 'lines', () => true)).toBe('no-response');
    mute.close();
  }, 20_000);

  it('is a separate request from an action; others are rejected', async () => {
    running();
    const [socketPath = ''] = places();
    const request = actionRequest({ do: 'open', name: 'Prusa\nMK4 🐙' });
    expect(JSON.parse(String(((await ask(socketPath, request, 3_000)) as { text: string }).text)).lines).toEqual([
      'open Prusa\nMK4 🐙',
    ]);
    for (const whole of [request, ...Object.values(watchRequests)])
      for (let at = 1; at < whole.length; at += 1) expect(readRequest(whole.slice(0, at))).toBe('more');
    for (const wrong of ['action {"do":"quit","name":""}\n', 'action {}\n', 'watch all\n', 'watchx', 'action [\n'])
      expect(readRequest(wrong)).toBe('wrong');
    expect(readRequest(actionRequest({ do: 'open', name: 'x'.repeat(100_000) }))).toMatchObject({ asks: 'action' });
  });
});

describe('Changed lines', () => {
  it('are all lines at first, then the changes; unread ones follow later', () => {
    const written: string[] = [];
    let open = true;
    const lines = new ChangedLines((line) => open && written.push(line) > 0);
    lines.show(['A: Connected', 'B: Connected', 'B: Connected'], () => '14:05');
    expect(written.splice(0)).toHaveLength(3);
    lines.show(['A: Connected', 'B: Connected', 'B: Connected'], () => '14:06');
    expect(written).toEqual([]);
    open = false;
    lines.show(['A: Disconnected', 'B: Connected'], () => '14:07');
    open = true;
    lines.show(['A: Disconnected', 'B: Connected'], () => '14:08');
    expect(written).toEqual(['14:08  A: Disconnected\n']);
  });
});
