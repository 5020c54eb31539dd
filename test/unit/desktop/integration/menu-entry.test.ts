import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MenuEntry, menuEntryName } from '../../../../src/desktop/integration/menu-entry.ts';
import { removeOwnTraces } from '../../../../src/desktop/integration/own-traces.ts';
import { messagesFor } from '../../../../src/i18n/messages.ts';

const hasValidator = spawnSync('desktop-file-validate', ['--help']).status === 0;

function home() {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-menu-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const applications = join(folder, '.local/share/applications');
  mkdirSync(applications, { recursive: true });
  const icon = join(folder, 'icon.png');
  writeFileSync(icon, 'picture');
  const put = (name: string) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    return file;
  };
  const entry = (file: string | null) =>
    new MenuEntry({
      environment: { HOME: folder },
      image: file === null ? null : { file },
      icon,
      messages: () => messagesFor('en'),
    });
  return { folder, applications, path: join(applications, menuEntryName), put, entry };
}

describe('the app menu entry', () => {
  it.skipIf(!hasValidator).each(['OctoGlance.AppImage', "it's 100%/Octo Glance.AppImage"])(
    'is a valid desktop file that names %s, with its icon, and can be removed',
    (name) => {
      const { path, folder, put, entry } = home();
      const menu = entry(put(name));
      expect(menu.state()).toBe(false);
      expect(menu.set(true)).toEqual({ ok: true });
      expect(menu.state()).toBe(true);
      const judged = spawnSync('desktop-file-validate', [path], { encoding: 'utf8' });
      expect(judged.stdout + judged.stderr).toBe('');
      const icon = join(folder, '.local/share/icons/octoglance-appimage.png');
      expect(readFileSync(path, 'utf8')).toContain(`Icon=${icon}`);
      expect(readFileSync(icon, 'utf8')).toBe('picture');
      expect(menu.set(false)).toEqual({ ok: true });
      expect([menu.state(), existsSync(path), existsSync(icon)]).toEqual([false, false, false]);
    },
  );

  it('is not offered without an AppImage, or if another program added one', () => {
    const { applications, entry } = home();
    expect(entry(null).state()).toBeNull();
    const file = '/home/ada/Apps/OctoGlance.AppImage';
    writeFileSync(join(applications, 'appimagekit_1-OctoGlance.desktop'), `[Desktop Entry]\nExec=${file} %U\n`);
    expect(entry(file).state()).toBeNull();
  });

  it('follows a moved AppImage, and leaves the entry of one that still exists', () => {
    const { folder, path, entry } = home();
    const [old, moved] = [join(folder, 'OctoGlance-1.AppImage'), join(folder, 'OctoGlance-2.AppImage')];
    writeFileSync(old, '');
    entry(old).set(true);
    entry(moved).repair();
    expect(readFileSync(path, 'utf8')).toContain(`Exec=${old}\n`);
    renameSync(old, moved);
    entry(moved).repair();
    expect(readFileSync(path, 'utf8')).toContain(`Exec=${moved}\n`);
  });

  it.each(['NoDisplay=true', 'Hidden=true'])(
    'that a menu editor hid by %s is off, and comes back as it was',
    (line) => {
      const { folder, path, entry } = home();
      const [old, moved] = [join(folder, 'OctoGlance-1.AppImage'), join(folder, 'OctoGlance-2.AppImage')];
      writeFileSync(old, '');
      entry(old).set(true);
      const edited = readFileSync(path, 'utf8').replace('Name=OctoGlance\n', `Name=Printers\n${line}\n`);
      writeFileSync(path, edited);
      expect(entry(old).state()).toBe(false);
      // An AppImage that moved changes nothing but its own path.
      renameSync(old, moved);
      const menu = entry(moved);
      menu.repair();
      expect(readFileSync(path, 'utf8')).toBe(edited.replaceAll(old, moved));
      expect([menu.set(true), menu.state()]).toEqual([{ ok: true }, true]);
      expect(readFileSync(path, 'utf8')).toBe(edited.replaceAll(old, moved).replace(`${line}\n`, ''));
    },
  );

  it('is not offered if another program wrote the path in its own way, but if that entry is hidden or of another file', () => {
    const { applications, entry } = home();
    const file = "/home/ada/it's 100%/Octo Glance.AppImage";
    const other = join(applications, 'another.desktop');
    const of = (exec: string, ...lines: readonly string[]) =>
      writeFileSync(other, ['[Desktop Entry]', `Exec=${exec}`, ...lines, ''].join('\n'));
    for (const exec of [`"${file.replace('%', '%%')}" %U`, `env LANG=C "${file.replace('%', '%%')}"`]) {
      of(exec);
      expect(entry(file).state()).toBeNull();
      of(exec, 'NoDisplay=true');
      expect(entry(file).state()).toBe(false);
    }
    of(`"${file.replace('%', '%%')}.old"`);
    expect(entry(file).state()).toBe(false);
  });

  it('is not added where a folder is in the place of its icon', () => {
    const { folder, put, entry } = home();
    const icons = join(folder, '.local/share/icons');
    mkdirSync(icons, { recursive: true });
    mkdirSync(join(icons, 'octoglance-appimage.png'));
    expect(entry(put('OctoGlance.AppImage')).set(true)).toMatchObject({ ok: false });
  });

  it('is not added for a file that was moved since the start', () => {
    const { path, put, entry } = home();
    const file = put('OctoGlance.AppImage');
    const menu = entry(file);
    renameSync(file, `${file}.moved`);
    const result = menu.set(true);
    expect(!result.ok && result.message.text).toBe(messagesFor('en').errors.fileOfAppImage);
    expect(existsSync(path)).toBe(false);
  });

  it('reports why it could not be added', () => {
    const { path, put, entry } = home();
    mkdirSync(path, { recursive: true });
    const result = entry(put('OctoGlance.AppImage')).set(true);
    expect(result).toMatchObject({ ok: false, message: { smallPrint: expect.stringContaining('EISDIR') } });
  });
});

describe('files outside the profile', () => {
  it('are removed, and files of others stay', () => {
    const { folder, applications } = home();
    const list = join(folder, '.config/mimeapps.list');
    const cache = join(folder, '.cache/octoglance-updater/pending');
    for (const place of [join(folder, '.config'), cache]) mkdirSync(place, { recursive: true });
    writeFileSync(join(applications, 'octoglance-sign-in.desktop'), '[Desktop Entry]\n');
    writeFileSync(join(applications, 'firefox.desktop'), '[Desktop Entry]\n');
    const others = '[Default Applications]\ntext/html=firefox.desktop\n';
    writeFileSync(list, `${others}x-scheme-handler/octoglance=octoglance-sign-in.desktop\n`);
    removeOwnTraces({ HOME: folder });
    expect(readFileSync(list, 'utf8')).toBe(others);
    expect(existsSync(join(applications, 'octoglance-sign-in.desktop'))).toBe(false);
    expect(existsSync(join(applications, 'firefox.desktop'))).toBe(true);
    expect(existsSync(join(folder, '.cache/octoglance-updater'))).toBe(false);
    writeFileSync(list, 'x-scheme-handler/octoglance=another.desktop\n');
    removeOwnTraces({ HOME: folder });
    expect(readFileSync(list, 'utf8')).toBe('x-scheme-handler/octoglance=another.desktop\n');
  });

  it('stay with the usual profile when another one is removed', () => {
    const { folder, applications } = home();
    const cache = join(folder, '.cache/octoglance-updater');
    mkdirSync(cache, { recursive: true });
    const entry = join(applications, 'octoglance-sign-in.desktop');
    writeFileSync(entry, '[Desktop Entry]\nExec=/opt/octoglance %u\n');
    removeOwnTraces({ HOME: folder }, '/home/ada/second');
    expect([existsSync(entry), existsSync(cache)]).toEqual([true, true]);
    writeFileSync(entry, '[Desktop Entry]\nExec=/opt/octoglance --user-data-dir=/home/ada/second %u\n');
    removeOwnTraces({ HOME: folder }, '/home/ada/second');
    expect([existsSync(entry), existsSync(cache)]).toEqual([false, true]);
  });
});
