import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkEntry, linkEntryName } from '../../../../src/desktop/integration/link-desktop-file.ts';
import { bringLinksBack, startCommand } from '../../../../src/desktop/integration/link-registration.ts';
import { hasTools, place, scheme } from '../../../support/desktop/link-place.ts';

describe('the command that a link starts', () => {
  it('is this app with its profile', () => {
    const development = place({ sandbox: false }).place;
    expect(startCommand(development)).toEqual([
      process.execPath,
      '--no-sandbox',
      '/home/example/octoglance',
      '--user-data-dir=/home/example/.config/OctoGlance',
    ]);
    expect(startCommand(place({ isPackaged: true }).place)).toEqual([process.execPath]);
    expect(startCommand(place({ isPackaged: true, ownProfile: true, demo: true }).place)).toEqual([
      process.execPath,
      '--user-data-dir=/home/example/.config/OctoGlance',
      '--demo',
    ]);
  });
});

describe.runIf(hasTools)('links on Linux', () => {
  it('are registered if unhandled, and stay registered', async () => {
    const { place: here, entry, home } = place();
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(linkEntry(startCommand(here)));
    const list = join(home, 'config', 'mimeapps.list');
    expect(readFileSync(list, 'utf8')).toContain(`${scheme}=${linkEntryName}`);
    const before = readFileSync(list, 'utf8');
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(list, 'utf8')).toBe(before);
  });

  it('keep symbolic links in place of the list and the entry, and other content of the list', async () => {
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
    // A list that does not exist yet, and a read-only one.
    rmSync(join(own, 'mime.list'));
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(list, 'utf8')).toBe(`[Default Applications]\n${line}`);
    writeFileSync(list, before);
    chmodSync(list, 0o444);
    await bringLinksBack(here);
    expect(readFileSync(join(own, 'mime.list'), 'utf8')).toBe(before);
    expect(readdirSync(own).sort()).toEqual(['entry.desktop', 'mime.list']);
  });

  it('follow the app when it moves', async () => {
    const { place: here, entry } = place();
    await bringLinksBack(here);
    const moved = { ...here, appFolder: '/home/example/elsewhere' };
    expect(await bringLinksBack(moved)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toContain('/home/example/elsewhere');
  });

  it('no longer turn the sandbox off once the app runs with it, unless the user edited the entry', async () => {
    const { place: here, entry } = place({ isPackaged: true });
    expect(await bringLinksBack({ ...here, sandbox: false })).toBe(true);
    expect(readFileSync(entry, 'utf8')).toContain('--no-sandbox');
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(linkEntry(startCommand(here)));
    const edited = readFileSync(entry, 'utf8').replace(' %u', ' --no-sandbox --hidden %u');
    writeFileSync(entry, edited);
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(edited);
  });

  it('are registered if the manually edited list names a missing entry', async () => {
    const { place: here, home } = place({ isPackaged: true });
    writeFileSync(join(home, 'config', 'mimeapps.list'), `[Default Applications]\n${scheme}=deleted.desktop;\n`);
    expect(await bringLinksBack(here)).toBe(true);
  });

  it('are added to the list again if only the entry is left', async () => {
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
  ])('are not available if xdg-mime %s, and nothing waits for it', async (_, line) => {
    const { place: here, home } = place({ isPackaged: true });
    const tools = join(home, 'tools');
    mkdirSync(tools);
    writeFileSync(join(tools, 'xdg-mime'), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
    const environment = { ...here.environment, PATH: `${tools}:${process.env['PATH']}` };
    const begun = performance.now();
    expect(await bringLinksBack({ ...here, environment })).toBe(false);
    expect(performance.now() - begun).toBeLessThan(12_000);
  });

  it('are registered on Plasma, where xdg-mime fails as long as there is no handler', async () => {
    const { place: here, home } = place({ isPackaged: true });
    const tools = join(home, 'tools');
    mkdirSync(tools);
    const answers = `[ "$1" = query ] || exec /usr/bin/xdg-mime "$@"\nfound=$(/usr/bin/xdg-mime "$@")\n[ -n "$found" ] || exit 4\necho "$found"`;
    writeFileSync(join(tools, 'xdg-mime'), `#!/bin/sh\n${answers}\n`, { mode: 0o755 });
    const environment = { ...here.environment, PATH: `${tools}:${process.env['PATH']}` };
    expect(await bringLinksBack({ ...here, environment })).toBe(true);
  });

  it('are not available if nothing can be written or the tools are missing', async () => {
    const { place: here, home } = place();
    writeFileSync(join(home, 'data'), 'a file where a folder should be');
    expect(await bringLinksBack(here)).toBe(false);
    const bare = place();
    const environment = { ...bare.place.environment, PATH: bare.home };
    expect(await bringLinksBack({ ...bare.place, environment })).toBe(false);
  });
});

describe('links on Windows and macOS', () => {
  it('are registered with everything that starts the app again', async () => {
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
