import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { linkEntry, linkEntryName, linkEntryPath } from '../../../../src/desktop/integration/link-desktop-file.ts';
import { bringLinksBack, type LinkPlace, startCommand } from '../../../../src/desktop/integration/link-registration.ts';

import { putAppImage } from '../../../support/app/fake-app-image.ts';

const hasTools = process.platform === 'linux' && spawnSync('xdg-mime', ['--version']).status === 0;
const hasLauncher = process.platform === 'linux' && spawnSync('gio', ['version']).status === 0;
const hasValidator = spawnSync('desktop-file-validate', ['--help']).status === 0;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A home of its own; `calls` are those that Windows or macOS would get. */
function place(changes: Partial<Omit<LinkPlace, 'app' | 'executable'>> & { isPackaged?: boolean } = {}) {
  const home = temporaryFolder();
  const calls: unknown[][] = [];
  const { isPackaged = false, ...rest } = changes;
  const made: LinkPlace & { readonly executable: string } = {
    app: {
      isPackaged,
      setAsDefaultProtocolClient: (...args: unknown[]) => {
        calls.push(args);
        return true;
      },
    },
    platform: 'linux',
    environment: {
      PATH: process.env['PATH'],
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
    },
    executable: '/opt/electron/electron',
    appFolder: '/home/example/octoglance',
    userDataFolder: '/home/example/.config/OctoGlance',
    ownProfile: false,
    demo: false,
    sandbox: true,
    ...rest,
  };
  mkdirSync(join(home, 'config'), { recursive: true });
  return { place: made, home, calls, entry: linkEntryPath(made.environment) };
}

const scheme = 'x-scheme-handler/octoglance';

/** Puts a desktop file in place and makes it the default for the scheme, as a package or another program does. */
function installEntry(home: string, name: string, text = linkEntry(['/usr/bin/true'])): void {
  mkdirSync(join(home, 'data', 'applications'), { recursive: true });
  writeFileSync(join(home, 'data', 'applications', name), text);
  writeFileSync(join(home, 'config', 'mimeapps.list'), `[Default Applications]\n${scheme}=${name}\n`);
}

describe('the command that a link starts', () => {
  it('is this very app with its profile', () => {
    const development = place({ sandbox: false }).place;
    expect(startCommand(development)).toEqual([
      '/opt/electron/electron',
      '--no-sandbox',
      '/home/example/octoglance',
      '--user-data-dir=/home/example/.config/OctoGlance',
    ]);
    expect(startCommand(place({ isPackaged: true }).place)).toEqual(['/opt/electron/electron']);
    expect(startCommand(place({ isPackaged: true, ownProfile: true, demo: true }).place)).toEqual([
      '/opt/electron/electron',
      '--user-data-dir=/home/example/.config/OctoGlance',
      '--demo',
    ]);
  });
});

describe.runIf(hasTools)('links on Linux', () => {
  it('are claimed where nobody has them, and stay so', async () => {
    const { place: here, entry, home } = place();
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(linkEntry(startCommand(here)));
    const list = join(home, 'config', 'mimeapps.list');
    expect(readFileSync(list, 'utf8')).toContain(`${scheme}=${linkEntryName}`);
    const before = readFileSync(list, 'utf8');
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(list, 'utf8')).toBe(before);
  });

  it('leave links where a user keeps the list and the entry elsewhere, and what else is in the list', async () => {
    const { place: here, home, entry } = place();
    const own = join(home, 'dotfiles');
    mkdirSync(own);
    mkdirSync(dirname(entry), { recursive: true });
    const list = join(home, 'config', 'mimeapps.list');
    symlinkSync(join(own, 'mime.list'), list);
    symlinkSync('../../dotfiles/entry.desktop', entry);
    const before =
      '# mine\n[Added Associations]\nx=y.desktop;\n\n[Default Applications]\ntext/plain=a.desktop\n\n[Z]\nq=r\n';
    writeFileSync(join(own, 'mime.list'), before);
    expect(await bringLinksBack(here)).toBe(true);
    expect([list, entry].map((path) => lstatSync(path).isSymbolicLink())).toEqual([true, true]);
    const line = `${scheme}=${linkEntryName}\n`;
    expect(readFileSync(list, 'utf8')).toBe(before.replace('a.desktop\n', `a.desktop\n${line}`));
    expect(readFileSync(entry, 'utf8')).toBe(linkEntry(startCommand(here)));
    // A list that is not there yet, and one that may not be changed.
    rmSync(join(own, 'mime.list'));
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(list, 'utf8')).toBe(`[Default Applications]\n${line}`);
    writeFileSync(list, before);
    chmodSync(list, 0o444);
    await bringLinksBack(here);
    expect(readFileSync(join(own, 'mime.list'), 'utf8')).toBe(before);
    expect(readdirSync(own).sort()).toEqual(['entry.desktop', 'mime.list']);
  });

  it('follow the app to where it moved', async () => {
    const { place: here, entry } = place();
    await bringLinksBack(here);
    const moved = { ...here, appFolder: '/home/example/elsewhere' };
    expect(await bringLinksBack(moved)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toContain('/home/example/elsewhere');
  });

  it('are left to whoever has them', async () => {
    for (const name of ['io.github.octoglance.OctoGlance.desktop', 'somebody-else.desktop']) {
      const { place: here, entry, home } = place();
      installEntry(home, name);
      expect(await bringLinksBack(here)).toBe(false);
      expect(existsSync(entry)).toBe(false);
    }
  });

  it('come back to the installed app by its own entry', async () => {
    const { place: here, entry, home } = place({ isPackaged: true });
    installEntry(home, 'io.github.octoglance.OctoGlance.desktop', linkEntry([here.executable]));
    expect(await bringLinksBack(here)).toBe(true);
    expect(existsSync(entry)).toBe(false);
    // Its entry would start the usual profile, not this one.
    expect(await bringLinksBack({ ...here, ownProfile: true })).toBe(false);
  });

  it.each([
    ['AppImageLauncher’s', 'appimagekit_0123-OctoGlance.desktop', (app: string) => `Exec=${app} %U`],
    [
      'appimaged’s',
      'appimagekit_0123-OctoGlance.desktop',
      (app: string) => `Exec=${dirname(app)}/appimaged-650-x86_64.AppImage wrap "${app}" %U`,
    ],
    ['with a desktop’s scale', 'mine.desktop', (app: string) => `Exec=env GDK_SCALE=2 ${app} %u`],
    ['in a shell', 'mine.desktop', (app: string) => `Exec=sh -c "exec ${app} \\"$1\\"" sh %u`],
  ])('come back by an entry under another name: %s', async (_, name, exec) => {
    const { place: bare, entry, home } = place({ isPackaged: true });
    const here = { ...bare, executable: putAppImage(join(home, 'OctoGlance.AppImage')) };
    putAppImage(join(home, 'appimaged-650-x86_64.AppImage'));
    installEntry(home, name, `[Desktop Entry]\nType=Application\nName=OctoGlance\n${exec(here.executable)}\n`);
    const before = readFileSync(join(home, 'config', 'mimeapps.list'), 'utf8');
    expect(await bringLinksBack(here)).toBe(true);
    expect(existsSync(entry)).toBe(false);
    expect(readFileSync(join(home, 'config', 'mimeapps.list'), 'utf8')).toBe(before);
    expect(await bringLinksBack({ ...here, demo: true, ownProfile: true })).toBe(false);
  });

  it('come back by another copy of the app, which hands them to the one that runs', async () => {
    const { place: here, entry, home } = place({ isPackaged: true });
    const copy = putAppImage(join(home, 'Applications', 'OctoGlance-0.0.9_ab12.AppImage'));
    installEntry(home, 'appimagekit_0123-OctoGlance.desktop', linkEntry([copy]));
    expect(await bringLinksBack(here)).toBe(true);
    expect(await bringLinksBack({ ...here, executable: null }), 'which file this is nobody has to know').toBe(true);
    expect(existsSync(entry)).toBe(false);
  });

  it.each([
    ['is gone', 'Exec=/nowhere/OctoGlance.AppImage %U'],
    ['does not pass the link on', 'Exec=APP'],
    ['is appimaged’s, which passes nothing on', 'Exec=/home/ada/appimaged-650-x86_64.AppImage wrap "APP"'],
    ['is switched off', 'Exec=APP %u\nHidden=true'],
    ['lacks what it has to try', 'Exec=APP %u\nTryExec=/nowhere/octoglance'],
    ['has no command', 'Name=OctoGlance'],
  ])('are claimed where the present handler %s', async (_, lines) => {
    const { place: here, entry, home } = place({ isPackaged: true });
    installEntry(home, 'mine.desktop', `[Desktop Entry]\nType=Application\n${lines.replace('APP', here.executable)}\n`);
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(linkEntry(startCommand(here)));
    expect(readFileSync(join(home, 'config', 'mimeapps.list'), 'utf8')).toContain(`${scheme}=${linkEntryName}`);
  });

  it('are claimed where the list, edited by hand, names an entry that is not there', async () => {
    const { place: here, home } = place({ isPackaged: true });
    writeFileSync(join(home, 'config', 'mimeapps.list'), `[Default Applications]\n${scheme}=deleted.desktop;\n`);
    expect(await bringLinksBack(here)).toBe(true);
  });

  it('are put into the list again where only the entry is left', async () => {
    const { place: here, home, entry } = place({ isPackaged: true });
    expect(await bringLinksBack(here)).toBe(true);
    const edited = readFileSync(entry, 'utf8').replace('Exec=', 'Exec=env GDK_SCALE=2 ');
    writeFileSync(entry, edited);
    writeFileSync(join(home, 'config', 'mimeapps.list'), '');
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(join(home, 'config', 'mimeapps.list'), 'utf8')).toContain(`${scheme}=${linkEntryName}`);
    expect(readFileSync(entry, 'utf8')).toBe(edited);
  });

  it.each([
    ['fails', 'exit 4'],
    ['hangs, whatever it is sent', "trap '' TERM HUP; sleep 600 & wait; sleep 600"],
    ['answers without end', 'yes octoglance'],
  ])('do not come back where xdg-mime %s, and nobody waits for it', async (_, line) => {
    const { place: here, home } = place({ isPackaged: true });
    const tools = join(home, 'tools');
    mkdirSync(tools);
    writeFileSync(join(tools, 'xdg-mime'), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
    const environment = { ...here.environment, PATH: `${tools}:${process.env['PATH']}` };
    const begun = performance.now();
    expect(await bringLinksBack({ ...here, environment })).toBe(false);
    expect(performance.now() - begun).toBeLessThan(12_000);
  });

  it('do not come back where nothing can be written, or the tools are missing', async () => {
    const { place: here, home } = place();
    writeFileSync(join(home, 'data'), 'a file where a folder should be');
    expect(await bringLinksBack(here)).toBe(false);
    const bare = place();
    const environment = { ...bare.place.environment, PATH: bare.home };
    expect(await bringLinksBack({ ...bare.place, environment })).toBe(false);
  });
});

describe.runIf(hasLauncher)('the entry', () => {
  it('brings the link to a program whose path needs quotes', async () => {
    const folder = mkdtempSync(join(temporaryFolder(), 'a $home "of" `many` \\ names '));
    const record = join(folder, 'record');
    const program = join(folder, 'octo glance');
    writeFileSync(
      program,
      '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/record.new"\nmv "$(dirname "$0")/record.new" "$(dirname "$0")/record"\n',
      { mode: 0o755 },
    );
    const file = join(folder, linkEntryName);
    writeFileSync(file, linkEntry([program, '--user-data-dir=/a b/100%']));
    if (hasValidator) expect(spawnSync('desktop-file-validate', [file], { encoding: 'utf8' }).stdout).toBe('');
    const link = 'octoglance://connected?state=example&success=true';
    expect(spawnSync('gio', ['launch', file, link]).status).toBe(0);
    await expect.poll(() => existsSync(record)).toBe(true);
    expect(readFileSync(record, 'utf8').split('\n')).toEqual(['--user-data-dir=/a b/100%', link, '']);
  });
});

describe('links on Windows and macOS', () => {
  it('are registered with all that starts the app again', async () => {
    const windows = place({ platform: 'win32' });
    expect(await bringLinksBack(windows.place)).toBe(true);
    const [program, ...args] = startCommand(windows.place);
    expect(windows.calls).toEqual([['octoglance', program, args]]);
    const mac = place({ platform: 'darwin', isPackaged: true });
    expect(await bringLinksBack(mac.place)).toBe(true);
    expect(mac.calls).toEqual([['octoglance']]);
    expect(await bringLinksBack(place({ platform: 'darwin' }).place)).toBe(false);
  });
});
