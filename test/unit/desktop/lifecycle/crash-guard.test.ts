import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: null as unknown as EventEmitter }));
vi.mock('electron', () => electron);

type Listener = (error: unknown) => void;

let uncaught: Listener | undefined;
beforeEach(() => {
  vi.resetModules();
  electron.app = new EventEmitter();
  // Vitest has its own listeners for these.
  vi.spyOn(process, 'on').mockImplementation(((event: string, listener: Listener) => {
    if (event === 'uncaughtException') uncaught = listener;
    return process;
  }) as never);
});
afterEach(() => vi.restoreAllMocks());

async function guarded(isPossible: () => boolean) {
  const { CrashGuard } = await import('../../../../src/desktop/lifecycle/crash-guard.ts');
  const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn() };
  const restart = { isPossible, now: vi.fn() };
  const clock = { now: () => 1_000 };
  const reporter = { report: vi.fn() };
  new CrashGuard({ log, clock, restartedAt: null, reporter, restart } as never);
  const storm = () => {
    for (let count = 0; count < 20; count += 1) uncaught?.(new Error('Again'));
  };
  const graphicsCrash = () =>
    electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
  return { storm, graphicsCrash, restarted: restart.now };
}

it('restarts the app in a storm of errors, or when its graphics process keeps crashing', async () => {
  const errors = await guarded(() => true);
  errors.storm();
  expect(errors.restarted).toHaveBeenCalledTimes(1);
  const graphics = await guarded(() => true);
  graphics.graphicsCrash();
  expect(graphics.restarted).not.toHaveBeenCalled();
  graphics.graphicsCrash();
  expect(graphics.restarted).toHaveBeenCalledTimes(1);
});

it('sits them out while the app can’t be restarted because its file is gone', async () => {
  let isThere = false;
  const { storm, graphicsCrash, restarted } = await guarded(() => isThere);
  storm();
  graphicsCrash();
  graphicsCrash();
  expect(restarted).not.toHaveBeenCalled();
  isThere = true;
  storm();
  expect(restarted).toHaveBeenCalledTimes(1);
});
