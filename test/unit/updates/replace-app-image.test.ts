import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { replaceAppImage } from '../../../src/updates/replace-app-image.ts';

const newer = 'The newer version';
const sha512 = createHash('sha512').update(newer).digest('base64');

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-replace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'OctoGlance.AppImage');
  const downloaded = join(folder, 'downloaded');
  writeFileSync(file, 'The old version');
  chmodSync(file, 0o750);
  writeFileSync(downloaded, newer);
  return { folder, file, downloaded };
}

describe('a newer AppImage', () => {
  it('replaces the old one, with its name and permissions', () => {
    const { folder, file, downloaded } = place();
    replaceAppImage({ file, downloaded, sha512, isUnchanged: () => true });
    expect(readFileSync(file, 'utf8')).toBe(newer);
    expect(statSync(file).mode & 0o777).toBe(0o750);
    expect(readdirSync(folder).sort()).toEqual(['OctoGlance.AppImage', 'downloaded']);
  });

  it.each([
    ['before', [false]],
    ['while the newer one was copied', [true, false]],
  ])('is not installed if the file was changed %s', (_, responses) => {
    const { folder, file, downloaded } = place();
    const left = [...responses];
    const replace = () => replaceAppImage({ file, downloaded, sha512, isUnchanged: () => left.shift() ?? true });
    expect(replace).toThrow('no longer the file');
    expect(readFileSync(file, 'utf8')).toBe('The old version');
    expect(readdirSync(folder).sort()).toEqual(['OctoGlance.AppImage', 'downloaded']);
  });

  it('is not installed if it differs from the announced one, or is missing', () => {
    const { file, downloaded } = place();
    const other = createHash('sha512').update('another').digest('base64');
    expect(() => replaceAppImage({ file, downloaded, sha512: other, isUnchanged: () => true })).toThrow('SHA-512');
    rmSync(downloaded);
    expect(() => replaceAppImage({ file, downloaded, sha512, isUnchanged: () => true })).toThrow('ENOENT');
    expect(readFileSync(file, 'utf8')).toBe('The old version');
  });

  it('follows no link at the place it is copied to', () => {
    const { folder, file, downloaded } = place();
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'Not ours');
    symlinkSync(victim, `${file}.octoglance-update`);
    replaceAppImage({ file, downloaded, sha512, isUnchanged: () => true });
    expect(readFileSync(victim, 'utf8')).toBe('Not ours');
    expect(lstatSync(file).isFile()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(newer);
  });
});
