import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import noUpdatesOfItsOwn from '../../../scripts/packaging/no-updates-of-its-own.mjs';

type Context = Parameters<typeof noUpdatesOfItsOwn>[0];

/** Whether app-update.yml remains after packing for these targets. */
async function isLeft(electronPlatformName: string, ...targets: readonly string[]): Promise<boolean> {
  const appOutDir = mkdtempSync(join(tmpdir(), 'octoglance-packed-'));
  onTestFinished(() => rmSync(appOutDir, { recursive: true, force: true }));
  mkdirSync(join(appOutDir, 'resources'));
  const file = join(appOutDir, 'resources', 'app-update.yml');
  writeFileSync(file, 'provider: github\n');
  const packager = { getResourcesDir: (folder: string) => join(folder, 'resources') };
  const context = { appOutDir, electronPlatformName, packager, targets: targets.map((name) => ({ name })) };
  await noUpdatesOfItsOwn(context as unknown as Context);
  return existsSync(file);
}

describe('app-update.yml', () => {
  it('stays in the Windows installer', async () => {
    expect(await isLeft('win32', 'nsis')).toBe(true);
  });

  it('is removed from everything else', async () => {
    expect(await isLeft('win32', 'zip')).toBe(false);
    expect(await isLeft('linux', 'deb', 'tar.gz')).toBe(false);
    expect(await isLeft('linux')).toBe(false);
    expect(await isLeft('darwin', 'dmg', 'zip')).toBe(false);
  });
});
