import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkEntry, linkEntryName, linkStarts } from '../../../../src/desktop/integration/link-desktop-file.ts';
import { bringLinksBack, startCommand } from '../../../../src/desktop/integration/link-registration.ts';
import { putAppImage } from '../../../support/app/fake-app-image.ts';
import { hasTools, installEntry, place, scheme } from '../../../support/desktop/link-place.ts';

describe.runIf(hasTools)('links on Linux', () => {
  it('are left to another handler', async () => {
    for (const name of ['io.github.octoglance.OctoGlance.desktop', 'somebody-else.desktop']) {
      const { place: here, entry, home } = place();
      installEntry(home, name);
      expect(await bringLinksBack(here)).toBe(false);
      expect(existsSync(entry)).toBe(false);
    }
  });

  it('work through the installed app’s own entry', async () => {
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
  ])('work through an entry of another name: %s', async (_, name, exec) => {
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

  it('are not promised through an entry whose program is no longer there, and none is written for it', async () => {
    const { place: bare, entry, home } = place({ isPackaged: true });
    const moved = join(home, 'my printers.AppImage');
    installEntry(home, 'mine.desktop', linkEntry([moved]));
    expect(linkStarts('mine.desktop', { program: moved, codeFolder: null, environment: bare.environment })).toEqual({
      what: 'gone',
      path: moved,
    });
    expect(await bringLinksBack({ ...bare, executable: null })).toBe(false);
    expect(existsSync(entry)).toBe(false);
  });

  it('work through another copy of the app, which passes them to the running one', async () => {
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
  ])('are registered if the current handler %s', async (_, lines) => {
    const { place: here, entry, home } = place({ isPackaged: true });
    installEntry(home, 'mine.desktop', `[Desktop Entry]\nType=Application\n${lines.replace('APP', here.executable)}\n`);
    expect(await bringLinksBack(here)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(linkEntry(startCommand(here)));
    expect(readFileSync(join(home, 'config', 'mimeapps.list'), 'utf8')).toContain(`${scheme}=${linkEntryName}`);
  });
});
