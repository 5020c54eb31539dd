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
import { DAY, MINUTE } from '../../../src/domain/time.ts';
import { isAppImageLike } from '../../../src/startup/app-image.ts';
import { isForProcessor } from '../../../src/updates/app-image-updater.ts';
import { removeLeftCopy } from '../../../src/updates/left-copy.ts';
import { replaceAppImage } from '../../../src/updates/replace-app-image.ts';

import { appImageHead } from '../../support/app/fake-app-image.ts';

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
    replaceAppImage({ file, downloaded, sha512, isUnchanged: () => true, isUsable: () => true });
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
    const replace = () =>
      replaceAppImage({ file, downloaded, sha512, isUnchanged: () => left.shift() ?? true, isUsable: () => true });
    expect(replace).toThrow('no longer the file');
    expect(readFileSync(file, 'utf8')).toBe('The old version');
    expect(readdirSync(folder).sort()).toEqual(['OctoGlance.AppImage', 'downloaded']);
  });

  it('is not installed if it differs from the announced one, or is missing', () => {
    const { file, downloaded } = place();
    const other = createHash('sha512').update('another').digest('base64');
    expect(() =>
      replaceAppImage({ file, downloaded, sha512: other, isUnchanged: () => true, isUsable: () => true }),
    ).toThrow('SHA-512');
    rmSync(downloaded);
    expect(() => replaceAppImage({ file, downloaded, sha512, isUnchanged: () => true, isUsable: () => true })).toThrow(
      'ENOENT',
    );
    expect(readFileSync(file, 'utf8')).toBe('The old version');
  });

  it.each([
    ['a page of a server', Buffer.from('<!doctype html><title>Not found</title>')],
    ['a .deb', Buffer.from('!<arch>\ndebian-binary')],
    ['another program', Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['for another processor', Buffer.concat([appImageHead, Buffer.from('\x02\x00\xb7\x00', 'latin1')])],
  ])('is not installed if the feed announces %s', (_, content) => {
    const { folder, file, downloaded } = place();
    const old = Buffer.concat([appImageHead, Buffer.from('\x02\x00\x3e\x00 The old version', 'latin1')]);
    writeFileSync(file, old);
    const replaceBy = (bytes: Buffer) => {
      writeFileSync(downloaded, bytes);
      const hash = createHash('sha512').update(bytes).digest('base64');
      const isUsable = (path: string) => isAppImageLike(path, file);
      replaceAppImage({ file, downloaded, sha512: hash, isUnchanged: () => true, isUsable });
    };
    expect(() => replaceBy(content)).toThrow('no AppImage for this computer');
    expect(readFileSync(file)).toEqual(old);
    expect(readdirSync(folder).sort()).toEqual(['OctoGlance.AppImage', 'downloaded']);
    const next = Buffer.concat([old, Buffer.from('er')]);
    replaceBy(next);
    expect(readFileSync(file)).toEqual(next);
  });

  it('is chosen by the processor in its name', () => {
    const x64 = ['octoglance-9.9.9-linux-x86_64.AppImage', 'octoglance-9.9.9.AppImage', 'OctoGlance_amd64.AppImage'];
    for (const name of x64) expect(isForProcessor(name, 'x64'), name).toBe(true);
    for (const name of ['octoglance-9.9.9-linux-arm64.AppImage', 'OctoGlance-aarch64.AppImage'])
      expect([isForProcessor(name, 'x64'), isForProcessor(name, 'arm64')], name).toEqual([false, true]);
  });

  it('left half copied by a killed app is removed some minutes later, and nothing else of that name', () => {
    const { folder, file } = place();
    const half = `${file}.octoglance-update`;
    writeFileSync(half, 'half');
    const at = statSync(half).mtimeMs;
    removeLeftCopy(file, at + 9 * MINUTE);
    expect(readFileSync(half, 'utf8')).toBe('half');
    removeLeftCopy(file, at + 11 * MINUTE);
    expect(readdirSync(folder).sort()).toEqual(['OctoGlance.AppImage', 'downloaded']);
    removeLeftCopy(file, at);
    symlinkSync(file, half);
    removeLeftCopy(file, at + DAY);
    expect(lstatSync(half).isSymbolicLink()).toBe(true);
  });

  it('follows no link at the place it is copied to', () => {
    const { folder, file, downloaded } = place();
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'Not ours');
    symlinkSync(victim, `${file}.octoglance-update`);
    replaceAppImage({ file, downloaded, sha512, isUnchanged: () => true, isUsable: () => true });
    expect(readFileSync(victim, 'utf8')).toBe('Not ours');
    expect(lstatSync(file).isFile()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(newer);
  });
});
