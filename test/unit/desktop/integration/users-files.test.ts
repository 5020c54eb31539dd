import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createAutostart } from '../../../../src/desktop/integration/autostart-switch.ts';
import { claimLinks, linkEntryName } from '../../../../src/desktop/integration/link-desktop-file.ts';
import { removeOwnTraces } from '../../../../src/desktop/integration/own-traces.ts';

let home: string;
let environment: NodeJS.ProcessEnv;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'octoglance-users-files-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  environment = {
    PATH: '/nowhere',
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CONFIG_DIRS: join(home, 'etc/xdg'),
    XDG_DATA_HOME: join(home, '.local/share'),
  };
});

function put(path: string, content: string | Uint8Array): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function autostart() {
  const self = { program: '/bin/true', codeFolder: null, environment };
  return createAutostart({ self, profile: join(home, 'profile'), ownProfile: false, args: ['--hidden'] });
}

const entry = (more = '') => `[Desktop Entry]\nType=Application\nName=OctoGlance\nExec=/bin/true %U\n${more}`;
const ourLine = `x-scheme-handler/octoglance=${linkEntryName}`;
const named = (count: number) =>
  Array.from({ length: count }, (_, at) => `x-scheme-handler/müßig-${at}=größe-${at}.desktop\n`).join('');

describe('start at login, with a link to the entry of the app menu', () => {
  const linked = () => {
    const menu = put('.local/share/applications/octoglance.desktop', entry());
    const link = join(home, '.config/autostart/octoglance.desktop');
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(menu, link);
    return { menu, link };
  };

  it.each([0o644, 0o444])('is switched off without touching the menu, whose entry has mode %o', (mode) => {
    const { menu, link } = linked();
    chmodSync(menu, mode);
    expect(autostart().isOn()).toBe(true);
    autostart().turnOff();
    expect(autostart().isOn()).toBe(false);
    expect(readFileSync(menu, 'utf8')).toBe(entry());
    expect(lstatSync(link, { throwIfNoEntry: false })).toBeUndefined();
    autostart().turnOn();
    expect(autostart().isOn()).toBe(true);
    expect(readFileSync(menu, 'utf8')).toBe(entry());
  });

  it('is switched off where the system has an entry too', () => {
    const { menu } = linked();
    put('etc/xdg/autostart/octoglance.desktop', entry());
    autostart().turnOff();
    expect(autostart().isOn()).toBe(false);
    expect(readFileSync(menu, 'utf8')).toBe(entry());
  });

  it('is switched on without touching a menu entry that is hidden there', () => {
    const { menu, link } = linked();
    writeFileSync(menu, entry('X-GNOME-Autostart-enabled=false\n'));
    autostart().turnOn();
    expect(autostart().isOn()).toBe(true);
    expect(lstatSync(link).isFile()).toBe(true);
    expect(readFileSync(menu, 'utf8')).toBe(entry('X-GNOME-Autostart-enabled=false\n'));
  });

  it.each(['dotfiles/.config/autostart', 'applications/dotfiles/autostart'])(
    'still follows a link to a settings file kept in %s',
    (folder) => {
      const kept = put(`${folder}/octoglance.desktop`, entry('Comment=mine\n'));
      mkdirSync(join(home, '.config/autostart'), { recursive: true });
      symlinkSync(kept, join(home, '.config/autostart/octoglance.desktop'));
      autostart().turnOff();
      expect(readFileSync(kept, 'utf8')).toContain('Hidden=true');
      expect(lstatSync(join(home, '.config/autostart/octoglance.desktop')).isSymbolicLink()).toBe(true);
    },
  );
});

describe('the files of the user', () => {
  it('keep every byte that is not changed, whatever their encoding', () => {
    const old = Buffer.concat([
      Buffer.from(entry('Comment=Dr')),
      Buffer.of(0xfc),
      Buffer.from('cker\nTerminal=false\n'),
    ]);
    const file = put('.config/autostart/mine.desktop', old);
    autostart().turnOff();
    expect(readFileSync(file).toString('latin1')).toBe(`${old.toString('latin1')}Hidden=true\n`);

    const list = Buffer.concat([
      Buffer.from('[Default Applications]\n# f'),
      Buffer.of(0xfc),
      Buffer.from(`r\n${ourLine}\n`),
    ]);
    const mimeApps = put('.config/mimeapps.list', list);
    removeOwnTraces(environment);
    expect(readFileSync(mimeApps).toString('latin1')).toBe('[Default Applications]\n# für\n');
  });

  it.each([1_000, 10_000])('are changed whole with %i lines that are not ASCII', async (lines) => {
    const list = put('.config/mimeapps.list', `[Default Applications]\n${named(lines)}${ourLine}\n`);
    removeOwnTraces(environment);
    expect(readFileSync(list, 'utf8')).toBe(`[Default Applications]\n${named(lines)}`);

    const kept = put('dotfiles/mimeapps.list', readFileSync(list));
    rmSync(list);
    symlinkSync(kept, list);
    await claimLinks(environment, ['/bin/true'], 1_000);
    expect(readFileSync(kept, 'utf8')).toBe(`[Default Applications]\n${named(lines)}${ourLine}\n`);
  });

  it('are left alone if they are too large to be read whole', async () => {
    const text = `[Default Applications]\n${'#'.repeat(1024 * 1024)}\n${ourLine}\n`;
    const kept = put('dotfiles/mimeapps.list', text);
    mkdirSync(join(home, '.config'));
    symlinkSync(kept, join(home, '.config/mimeapps.list'));
    expect(() => removeOwnTraces(environment)).toThrow('EFBIG');
    expect(await claimLinks(environment, ['/bin/true'], 1_000)).toBe(false);
    expect(readFileSync(kept, 'utf8')).toBe(text);
  });

  it('beside the changed ones stay, whatever their names', () => {
    const list = put('.config/mimeapps.list', `[Default Applications]\n${ourLine}\n`);
    const own = put('.config/mimeapps.list.new', 'mine');
    removeOwnTraces(environment);
    expect(readFileSync(own, 'utf8')).toBe('mine');
    expect(readdirSync(dirname(list)).sort()).toEqual(['mimeapps.list', 'mimeapps.list.new']);
  });

  it('are never waited for: a pipe is no file', async () => {
    mkdirSync(join(home, '.config/autostart'), { recursive: true });
    for (const path of ['.config/mimeapps.list', '.config/autostart/octoglance.desktop'])
      execFileSync('mkfifo', [join(home, path)]);
    expect(autostart().isOn()).toBe(false);
    expect(() => autostart().turnOn()).toThrow();
    expect(() => removeOwnTraces(environment)).toThrow();
  });
});

describe('what a killed app left beside a file', () => {
  it('is removed by the next change, but nothing that is recent, another kind of file or has another name', () => {
    const old = new Date(Date.now() - 11 * 60_000);
    const recent = new Date(Date.now() - 9 * 60_000);
    const left = (name: string, at: Date) => utimesSync(put(`.config/autostart/${name}`, 'half'), at, at);
    left('.octoglance-0123abcd.tmp', old);
    left('.octoglance-89abcdef.tmp', recent);
    for (const name of ['.octoglance-mine.tmp', '.octoglance-0123abcd.tmp.old', 'octoglance-0123abcd.tmp', 'a.tmp'])
      left(name, old);
    mkdirSync(join(home, '.config/autostart/.octoglance-00000000.tmp'));
    symlinkSync('/nowhere', join(home, '.config/autostart/.octoglance-11111111.tmp'));
    const before = readdirSync(join(home, '.config/autostart'));
    autostart().turnOn();
    const after = readdirSync(join(home, '.config/autostart'));
    expect(before.filter((name) => !after.includes(name))).toEqual(['.octoglance-0123abcd.tmp']);
    expect(after).toContain('octoglance.desktop');
  });
});
