import { chmodSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AppImage, findAppImage } from '../../../../src/startup/app-image.ts';
import { makeAppDir, putAppImage } from '../../../support/app/fake-app-image.ts';

const electron = vi.hoisted(() => ({ app: { relaunch: vi.fn(), quit: vi.fn(), once: vi.fn() } }));
vi.mock('electron', () => electron);
vi.mock('../../../../src/startup/shown-pipe.ts', () => ({ startBeside: () => expect.unreachable() }));
const { Restart } = await import('../../../../src/desktop/lifecycle/relaunch.ts');

const here = { platform: process.platform, execPath: process.execPath, argv: process.argv };
let folder: string;

beforeEach(() => {
  vi.clearAllMocks();
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'octoglance-relaunch-')));
  process.argv = [process.execPath];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  Object.defineProperty(process, 'platform', { value: here.platform });
  process.execPath = here.execPath;
  process.argv = here.argv;
});

/** This process as one of an AppImage, in its mount. */
function runFromImage() {
  const mount = join(folder, '.mount_OctoGl12345');
  makeAppDir(mount);
  process.execPath = join(mount, 'octoglance');
  writeFileSync(process.execPath, '', { mode: 0o755 });
  const file = putAppImage(join(folder, 'OctoGlance.AppImage'));
  return { file, image: findAppImage({ APPIMAGE: file, APPDIR: mount }, process.execPath, () => '') };
}

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

  it('starts the AppImage, also a newer one in its place', () => {
    const { file, image } = runFromImage();
    const { restart, done } = restartOf(image);
    restart.now();
    putAppImage(file, 'The new version');
    expect(restart.intoUpdate()).toBe(true);
    expect(done).toEqual(['update waits', file, 'quit', file, 'quit']);
  });

  it.each([
    ['moved', (file: string) => renameSync(file, `${file}.moved`)],
    ['deleted', (file: string) => rmSync(file)],
    ['no longer executable', (file: string) => chmodSync(file, 0o644)],
    ['replaced by something else', (file: string) => writeFileSync(file, '#!/bin/sh\n')],
  ])('does not happen, and the app stays, if its AppImage was %s', async (_, change) => {
    const { file, image } = runFromImage();
    const { restart, done } = restartOf(image);
    expect(restart.isPossible()).toBe(true);
    change(file);
    expect(restart.isPossible()).toBe(false);
    restart.now();
    expect(restart.intoUpdate()).toBe(false);
    expect(await restart.withDemo(true)).toBe(false);
    expect(done).toEqual([]);
  });

  it('does not happen from a mount whose AppImage is unknown, nor with a program that is gone', () => {
    runFromImage();
    const { restart, done } = restartOf(null);
    expect(restart.isPossible()).toBe(false);
    process.execPath = join(folder, 'octoglance');
    expect(restart.isPossible()).toBe(false);
    restart.now();
    expect(done).toEqual([]);
  });
});
