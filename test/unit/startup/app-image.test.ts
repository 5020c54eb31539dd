import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  canBeStarted,
  findAppImage,
  isOurAppImage,
  isUnchanged,
  lastingProgram,
} from '../../../src/startup/app-image.ts';
import { makeAppDir, putAppImage } from '../../support/app/fake-app-image.ts';

const noMounts = () => '';

/** The folders of a started AppImage, as its runtime creates them. */
function started(file = 'OctoGlance-0.1.0-x86_64.AppImage') {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'octoglance-image-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const unpacked = join(folder, '.mount_OctoGl12345');
  makeAppDir(unpacked);
  const executable = join(unpacked, 'octoglance');
  writeFileSync(executable, '', { mode: 0o755 });
  const image = putAppImage(join(folder, 'apps', file));
  const find = (environment: NodeJS.ProcessEnv = {}, mounts = noMounts) =>
    findAppImage({ APPIMAGE: image, APPDIR: unpacked, ...environment }, executable, mounts);
  return { folder, unpacked, executable, image, find };
}

describe('the AppImage of this process', () => {
  it('is the file that its runtime reports', () => {
    const { find, image, unpacked } = started();
    expect(find()).toMatchObject({ file: image, folder: unpacked });
  });

  it('is missing if one of the two variables is unset or not absolute', () => {
    const { find, image, unpacked } = started();
    expect(find({ APPIMAGE: undefined })).toBeNull();
    expect(find({ APPDIR: undefined })).toBeNull();
    expect(find({ APPIMAGE: relative(process.cwd(), image) })).toBeNull();
    expect(find({ APPDIR: relative(process.cwd(), unpacked) })).toBeNull();
    expect(find({ APPIMAGE: '', APPDIR: '' })).toBeNull();
  });

  it('is not that of the terminal or IDE that started it', () => {
    const { find, folder, unpacked, image } = started();
    const other = join(folder, '.mount_Termin');
    makeAppDir(other, 'Terminal', 'terminal');
    writeFileSync(join(other, 'terminal'), '');
    const terminal = putAppImage(join(folder, 'apps', 'Terminal.AppImage'));
    expect(find({ APPIMAGE: terminal, APPDIR: other })).toBeNull();
    expect(find({ APPIMAGE: terminal, APPDIR: unpacked })).toBeNull();
    expect(find({ APPIMAGE: image, APPDIR: other })).toBeNull();
    expect(find({ APPDIR: folder }), 'a folder above, which is no image').toBeNull();
    expect(find({ APPDIR: '/' })).toBeNull();
  });

  it('is missing if the unpacked folder is not OctoGlance’s own', () => {
    const another = started();
    makeAppDir(another.unpacked, 'Terminal');
    expect(another.find()).toBeNull();
    const noEntry = started();
    rmSync(join(noEntry.unpacked, 'io.github.octoglance.OctoGlance.desktop'));
    expect(noEntry.find()).toBeNull();
    const noAppRun = started();
    rmSync(join(noAppRun.unpacked, 'AppRun'));
    expect(noAppRun.find()).toBeNull();
    const otherAppRun = started();
    writeFileSync(join(otherAppRun.unpacked, 'AppRun'), '#!/bin/sh\nexec "$APPDIR/terminal"\n');
    expect(otherAppRun.find()).toBeNull();
  });

  it.each([
    ['a text', () => 'Some notes about OctoGlance, eleven bytes and more'],
    ['an empty file', () => ''],
    ['another executable', () => Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['an AppImage of type 1', () => Buffer.from('7f454c46020101004149010000000000', 'hex')],
  ])('is missing if the file is %s', (_, content) => {
    const { find, image } = started();
    writeFileSync(image, content());
    expect(find()).toBeNull();
  });

  it('is missing in place of a folder, a pipe or nothing, and a pipe is not waited for', () => {
    const { find, image } = started();
    rmSync(image);
    expect(find()).toBeNull();
    mkdirSync(image);
    expect(find()).toBeNull();
    rmSync(image, { recursive: true });
    expect(spawnSync('mkfifo', [image]).status).toBe(0);
    expect(find()).toBeNull();
  });

  it('is the target of a symbolic link, which itself is never replaced', () => {
    const { find, folder, image } = started();
    const link = join(folder, 'OctoGlance');
    symlinkSync(image, link);
    expect(find({ APPIMAGE: link })?.file).toBe(image);
    const elsewhere = putAppImage(join(folder, 'apps', 'Terminal.AppImage'));
    rmSync(link);
    symlinkSync(elsewhere, link);
    expect(find({ APPIMAGE: link })).toBeNull();
  });

  it('is missing under a numbered AppImageLauncher path, which may be another file tomorrow', () => {
    const { folder, executable, unpacked } = started();
    const image = putAppImage(join(folder, 'appimagelauncherfs', '0001.AppImage'));
    const mounts = () => `36 25 0:60 / ${unpacked} ro - fuse.0001.AppImage 0001.AppImage ro\n`;
    expect(findAppImage({ APPIMAGE: image, APPDIR: unpacked }, executable, mounts)).toBeNull();
    expect(lastingProgram(null, image)).toBeNull();
  });

  it('may have any name if the mount table shows that it is running', () => {
    const { find, image, unpacked } = started('my printers.AppImage');
    const mount = (from: string, type = 'fuse.my printers.AppImage') =>
      `36 25 0:60 / ${unpacked} ro,nosuid,nodev,relatime shared:1 - ${type.replaceAll(' ', '\\040')} ${from.replaceAll(' ', '\\040')} ro\n`;
    expect(find()).toBeNull();
    expect(find({}, () => mount('Terminal.AppImage'))).toBeNull();
    expect(find({}, () => mount('my printers.AppImage', 'ext4'))).toBeNull();
    expect(find({}, () => mount('my printers.AppImage'))?.file).toBe(image);
  });
});

describe('an AppImage that is about to be replaced or restarted', () => {
  it('must not have been touched since the start', () => {
    const { find, image, executable, unpacked } = started();
    const found = find();
    if (found === null) throw new Error('No image');
    expect(isUnchanged(found, executable, noMounts)).toBe(true);
    putAppImage(image, 'Newer, put there by another program');
    expect(isUnchanged(found, executable, noMounts)).toBe(false);

    const again = find();
    if (again === null) throw new Error('No image');
    utimesSync(image, new Date(0), new Date(0));
    expect(isUnchanged(again, executable, noMounts), 'written to').toBe(false);

    const third = find();
    if (third === null) throw new Error('No image');
    renameSync(image, `${image}.moved`);
    expect(isUnchanged(third, executable, noMounts), 'moved away').toBe(false);
    putAppImage(image);
    expect(isUnchanged(third, executable, noMounts), 'another file in its place').toBe(false);

    const fourth = find();
    if (fourth === null) throw new Error('No image');
    makeAppDir(unpacked, 'Terminal');
    expect(isUnchanged(fourth, executable, noMounts)).toBe(false);
  });

  it('may have been replaced by a newer one for a restart, but not by anything else', () => {
    const { find, image, folder } = started();
    const found = find();
    if (found === null) throw new Error('No image');
    putAppImage(image, 'Newer');
    expect(canBeStarted(found)).toBe(true);
    writeFileSync(image, '#!/bin/sh\n');
    expect(canBeStarted(found)).toBe(false);
    rmSync(image);
    expect(canBeStarted(found)).toBe(false);
    symlinkSync(putAppImage(join(folder, 'Terminal.AppImage')), image);
    expect(canBeStarted(found)).toBe(false);
  });

  it('is recognized as OctoGlance’s by its name and first bytes', () => {
    const { image, folder } = started();
    expect(isOurAppImage(image)).toBe(true);
    expect(isOurAppImage(putAppImage(join(folder, 'Terminal.AppImage')))).toBe(false);
    writeFileSync(image, 'Some text');
    expect(isOurAppImage(image)).toBe(false);
    rmSync(image);
    expect(isOurAppImage(image)).toBe(false);
  });
});

describe('the program for a restart', () => {
  it('is the AppImage, or the executable if that is permanent', () => {
    const { find, image } = started();
    expect(lastingProgram(find(), '/tmp/.mount_OctoGl12345/octoglance')).toBe(image);
    expect(lastingProgram(null, process.execPath)).toBe(process.execPath);
  });

  it('is unknown in a place that is gone later', () => {
    const { folder, executable } = started();
    expect(lastingProgram(null, executable)).toBeNull();
    const extracted = join(folder, 'appimage_extracted_0123', 'octoglance');
    mkdirSync(dirname(extracted));
    writeFileSync(extracted, '', { mode: 0o755 });
    expect(lastingProgram(null, extracted)).toBeNull();
  });

  it('is unknown once its file was moved or deleted, or may no longer be run', () => {
    const { find, image, folder, executable } = started();
    const found = find();
    renameSync(image, `${image}.moved`);
    expect(lastingProgram(found, executable)).toBeNull();
    renameSync(`${image}.moved`, image);
    expect(lastingProgram(found, executable)).toBe(image);
    chmodSync(image, 0o644);
    expect(lastingProgram(found, executable)).toBeNull();
    expect(lastingProgram(null, join(folder, 'octoglance'))).toBeNull();
  });
});
