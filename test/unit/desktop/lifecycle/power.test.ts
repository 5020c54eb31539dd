import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  app: null as unknown as EventEmitter,
  powerMonitor: null as unknown as EventEmitter,
}));
vi.mock('electron', () => electron);

const { platform } = process;
beforeEach(() => {
  vi.resetModules();
  electron.app = new EventEmitter();
  electron.powerMonitor = new EventEmitter();
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
});

async function watchedOn(system: NodeJS.Platform) {
  Object.defineProperty(process, 'platform', { value: system });
  const heard: string[] = [];
  const { watchPower } = await import('../../../../src/desktop/lifecycle/power.ts');
  watchPower({
    onSleep: () => heard.push('sleep'),
    onWake: () => heard.push('wake'),
    onSessionEnd: () => heard.push('end'),
  });
  return heard;
}

it.each(['linux', 'darwin'] as const)(
  'reports on %s that the computer shuts down, and doesn’t delay it',
  async (system) => {
    const heard = await watchedOn(system);
    const preventDefault = vi.fn();
    for (const name of ['suspend', 'resume', 'shutdown']) electron.powerMonitor.emit(name, { preventDefault });
    expect(heard).toEqual(['sleep', 'wake', 'end']);
    expect(preventDefault).not.toHaveBeenCalled();
  },
);

it('reports on Windows, through each window, that the session is about to end', async () => {
  const heard = await watchedOn('win32');
  const preventDefault = vi.fn();
  for (const name of ['query-session-end', 'session-end']) {
    const window = new EventEmitter();
    electron.app.emit('browser-window-created', {}, window);
    window.emit(name, { preventDefault });
  }
  expect(heard).toEqual(['end', 'end']);
  expect(preventDefault).not.toHaveBeenCalled();
});
