import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchInstalledVersion } from '../../../src/updates/installed-version.ts';

let folder: string;
let end = () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-installed-'));
  writeFileSync(join(folder, 'octoglance'), 'first');
});
afterEach(() => {
  end();
  rmSync(folder, { recursive: true });
});

/** Watches that program; `outputs` are what it prints for `--version`, one after the other. */
function watched(outputs: readonly (string | null)[]) {
  const found: string[] = [];
  const left = [...outputs];
  let due: (() => void) | null = null;
  end = watchInstalledVersion({
    executable: join(folder, 'octoglance'),
    running: '0.2.0',
    printedVersion: async () => left.shift() ?? null,
    timer: {
      set: (_delay, then) => {
        due = then;
      },
      clear: () => {
        due = null;
      },
    },
    found: (version) => found.push(version),
  });
  /** Waits until the watch wants to look, and lets it. */
  const look = async () => {
    await expect.poll(() => due !== null).toBe(true);
    const then = due;
    due = null;
    then?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { found, left, look, isWaiting: () => due !== null };
}

/** Like dpkg, rpm and tar: a new file in the place of the old one. */
function install(name = 'octoglance') {
  writeFileSync(join(folder, `${name}.dpkg-new`), 'second');
  renameSync(join(folder, `${name}.dpkg-new`), join(folder, name));
}

describe('A version installed in the place of the running one', () => {
  it('is found, an older one too', async () => {
    const { found, look } = watched(['OctoGlance 0.3.0\n', 'OctoGlance 0.1.0\n']);
    install();
    await look();
    expect(found).toEqual(['0.3.0']);
    install();
    await look();
    expect(found).toEqual(['0.3.0', '0.1.0']);
  });

  it('is tried again while the package manager is at work, but not for good', async () => {
    const { found, look, isWaiting } = watched([null, 'not yet', 'OctoGlance 0.3.0\n']);
    install();
    for (let time = 0; time < 3; time += 1) await look();
    expect(found).toEqual(['0.3.0']);
    expect(isWaiting()).toBe(false);
    const broken = watched([]);
    install();
    for (let time = 0; time < 6; time += 1) await broken.look();
    expect(broken.isWaiting()).toBe(false);
    expect(broken.found).toEqual([]);
  });

  it('is none if the same one is installed again, the program is removed, or another file changes', async () => {
    const { found, look, left } = watched(['OctoGlance 0.2.0\n', 'OctoGlance 9.9.9\n']);
    install();
    await look();
    expect(left).toHaveLength(1);
    rmSync(join(folder, 'octoglance'));
    await look();
    install('LICENSE');
    expect(left).toHaveLength(1);
    expect(found).toEqual([]);
  });

  it('is not looked for in a folder that can’t be watched', () => {
    const executable = join(folder, 'missing', 'octoglance');
    const timer = { set: () => expect.unreachable(), clear: () => {} };
    const printedVersion = async () => expect.unreachable();
    const found = () => expect.unreachable();
    watchInstalledVersion({ executable, running: '0.2.0', printedVersion, timer, found })();
  });
});
