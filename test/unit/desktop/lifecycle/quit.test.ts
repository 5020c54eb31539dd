import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: null as unknown as FakeApp }));

/** Quits like Electron: it asks first, and a second request while it is quitting is ignored. */
class FakeApp extends EventEmitter {
  exits = 0;
  /** Whether the windows close, so that Electron gets as far as quitting. */
  closes = true;
  isQuitting = false;
  quit() {
    if (this.isQuitting) return;
    let isPrevented = false;
    const event = {
      preventDefault: () => {
        isPrevented = true;
      },
    };
    this.emit('before-quit', event);
    this.isQuitting = !isPrevented;
  }
  exit() {
    this.exits += 1;
    if (this.closes) this.emit('quit', {}, 0);
  }
}

vi.mock('electron', () => electron);
const spawned = vi.hoisted(() => ({ spawn: vi.fn() }));
vi.mock('node:child_process', () => spawned);

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'exit'] as const;
const node = process as unknown as { reallyExit: (code: number) => void };
const really = node.reallyExit;
let ended: ReturnType<typeof vi.fn>;
let killed: ReturnType<typeof vi.spyOn>;
let before: Map<string, readonly unknown[]>;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  before = new Map(signals.map((signal) => [signal, process.listeners(signal as 'exit')]));
  electron.app = new FakeApp();
  ended = vi.fn();
  node.reallyExit = ended as never;
  killed = vi.spyOn(process, 'kill').mockReturnValue(true);
  spawned.spawn.mockReset().mockReturnValue(new EventEmitter());
  Object.defineProperty(process, 'platform', { value: 'linux' });
});

const { platform } = process;
afterEach(() => {
  for (const signal of signals)
    for (const listener of process.listeners(signal as 'exit'))
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
  node.reallyExit = really;
  killed.mockRestore();
  vi.useRealTimers();
  Object.defineProperty(process, 'platform', { value: platform });
});

async function finishing(finish: () => Promise<boolean>) {
  const { finishBeforeQuit } = await import('../../../../src/desktop/lifecycle/quit.ts');
  finishBeforeQuit(finish);
  return electron.app;
}

it('quits once everything is saved, however often it is asked to', async () => {
  const finish = vi.fn(async () => true);
  const app = await finishing(finish);
  for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT'] as const) process.emit(signal, signal);
  app.quit();
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect([finish.mock.calls.length, app.exits, ended.mock.calls.length]).toEqual([1, 1, 1]);
});

it('quits on a signal even if Electron is already quitting and never gets there', async () => {
  const finish = vi.fn(async () => true);
  const app = await finishing(finish);
  app.isQuitting = true;
  process.emit('SIGTERM', 'SIGTERM');
  await vi.advanceTimersByTimeAsync(5_000);
  expect([finish.mock.calls.length, app.exits, ended.mock.calls.length]).toEqual([1, 1, 1]);
});

it('ends 5 s later if Electron closes its windows and then stays; an update is installed before', async () => {
  const app = await finishing(async () => true);
  app.closes = false;
  const install = vi.fn(() => expect(ended).not.toHaveBeenCalled());
  app.once('quit', install);
  app.quit();
  await vi.advanceTimersByTimeAsync(4_900);
  expect([install.mock.calls.length, ended.mock.calls.length]).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(200);
  expect(install).toHaveBeenCalledTimes(1);
  expect(ended).toHaveBeenCalledWith(0);
});

it('kills itself if saving takes longer than 1.5 s, or can not be done in order', async () => {
  const app = await finishing(() => new Promise(() => {}));
  app.quit();
  await vi.advanceTimersByTimeAsync(1_400);
  expect(killed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(killed).toHaveBeenCalledWith(process.pid, 'SIGKILL');
});

it.each([
  ['a listener at the end fails', () => void process.once('exit', fail)],
  ['no process can be started', () => void spawned.spawn.mockImplementation(fail)],
])('ends even if %s', async (_what, prepare) => {
  const app = await finishing(async () => true);
  app.closes = false;
  prepare();
  app.quit();
  await vi.advanceTimersByTimeAsync(0);
  try {
    app.emit('quit', {}, 0);
  } catch {
    // What the listener threw.
  }
  expect(ended).toHaveBeenCalledWith(0);
});

function fail(): never {
  throw new Error('EAGAIN');
}
