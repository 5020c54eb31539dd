import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppImage } from '../../../../src/startup/app-image.ts';

const electron = vi.hoisted(() => ({ app: { relaunch: vi.fn(), quit: vi.fn(), once: vi.fn() } }));
vi.mock('electron', () => electron);
const { Restart } = await import('../../../../src/desktop/lifecycle/relaunch.ts');

const here = { platform: process.platform, execPath: process.execPath, argv: process.argv };
let folder: string;

beforeEach(() => {
  vi.clearAllMocks();
  folder = mkdtempSync(join(tmpdir(), 'octoglance-relaunch-'));
  process.argv = [process.execPath];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  Object.defineProperty(process, 'platform', { value: here.platform });
  process.execPath = here.execPath;
  process.argv = here.argv;
});

/** A restart with what was done before the app quit, in order. */
function restartOf(image: AppImage | null) {
  const done: string[] = [];
  electron.app.relaunch.mockImplementation(({ execPath }: { readonly execPath: string }) => done.push(execPath));
  electron.app.quit.mockImplementation(() => done.push('quit'));
  const updates = { beforeRestart: () => void done.push('update waits') };
  const restart = new Restart({ image, window: { isOpen: () => false }, clock: { now: () => 0 }, updates });
  return { restart, done };
}

describe('a restart', () => {
  it('leaves a downloaded update for later, before the app quits', async () => {
    Object.defineProperty(process, 'platform', { value: 'win32' });
    const { restart, done } = restartOf(null);
    const expected = ['update waits', process.execPath, 'quit'];
    restart.now();
    expect(done.splice(0)).toEqual(expected);
    for (const demo of [true, false]) {
      expect(await restart.withDemo(demo)).toBe(true);
      expect(done.splice(0)).toEqual(expected);
    }
  });

  it('into a downloaded update installs it', () => {
    const { restart, done } = restartOf(null);
    restart.intoUpdate();
    expect(done).toEqual([process.execPath, 'quit']);
  });
});
