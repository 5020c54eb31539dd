import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { autostartEntry, autostartPath } from '../../../../src/desktop/integration/autostart-entry.ts';

const hasValidator = spawnSync('desktop-file-validate', ['--help']).status === 0;
const hasLauncher = process.platform === 'linux' && spawnSync('gio', ['version']).status === 0;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-autostart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const awkward = [
  '/opt/OctoGlance/octoglance',
  '/home/ada/My Apps/OctoGlance 0.1.AppImage',
  '/home/ada/100%/octo"glance',
  "/home/ada/it's/$HOME/`id`/octoglance",
  '/home/ada/back\\slash/octoglance',
  '/home/ädä/日本/octoglance',
  '/home/ada/~;<>|&#()*?/octoglance',
];

describe('the autostart entry', () => {
  it.skipIf(!hasValidator).each(awkward)('is a valid desktop file for %s', (program) => {
    const file = join(temporaryFolder(), 'octoglance.desktop');
    writeFileSync(file, autostartEntry([program, '--hidden']));
    const judged = spawnSync('desktop-file-validate', [file], { encoding: 'utf8' });
    expect(judged.stdout + judged.stderr).toBe('');
    expect(judged.status).toBe(0);
  });

  // GLib 2.74 searches for the name with both percent signs and fails, contrary to the standard.
  const launchable = awkward.filter((path) => !path.includes('%'));

  it.skipIf(!hasLauncher).each(launchable)('starts the program itself, hidden, when that is %s', async (path) => {
    const folder = temporaryFolder();
    const program = join(folder, path);
    mkdirSync(join(program, '..'), { recursive: true });
    const outputFile = join(folder, 'notified');
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s|%s' "$0" "$*" > '${outputFile}.new' && mv '${outputFile}.new' '${outputFile}'\n`,
    );
    chmodSync(program, 0o755);
    const file = join(folder, 'octoglance.desktop');
    writeFileSync(file, autostartEntry([program, '--hidden']));
    expect(spawnSync('gio', ['launch', file]).status).toBe(0);
    await expect.poll(() => existsSync(outputFile)).toBe(true);
    expect(readFileSync(outputFile, 'utf8')).toBe(`${program}|--hidden`);
  });

  it.skipIf(!hasLauncher)('is ignored by the desktop once the program is gone, as after uninstalling', () => {
    const folder = temporaryFolder();
    const program = join(folder, 'octoglance');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    const file = join(folder, 'octoglance.desktop');
    writeFileSync(file, autostartEntry([program, '--hidden']));
    // GLib loads no desktop file whose TryExec isn't there: for GNOME and others it doesn't exist.
    const loaded = () => spawnSync('gio', ['launch', file], { encoding: 'utf8' });
    expect(loaded().status).toBe(0);
    rmSync(program);
    const { status, stderr } = loaded();
    expect(status).not.toBe(0);
    expect(stderr).toContain('Unable to load application information');
  });

  it('has one Exec line whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (path) => {
        const lines = autostartEntry([`/${path}`]).split(/[\n\r]/);
        expect(lines).toHaveLength(11);
        expect(lines.filter((line) => line.startsWith('Exec='))).toHaveLength(1);
      }),
    );
  });

  it('is in the configuration folder', () => {
    expect(autostartPath({ HOME: '/home/ada' })).toBe('/home/ada/.config/autostart/octoglance.desktop');
    expect(autostartPath({ HOME: '/home/ada', XDG_CONFIG_HOME: '/c' })).toBe('/c/autostart/octoglance.desktop');
    expect(autostartPath({ HOME: '/home/ada', XDG_CONFIG_HOME: 'c' })).toContain('/home/ada/.config/');
  });
});
