import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { removeProfile } from '../../../src/storage/remove-profile.ts';

function profile() {
  const parent = mkdtempSync(join(tmpdir(), 'octoglance-profile-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'OctoGlance');
  for (const below of ['history', 'logs', 'Code Cache']) mkdirSync(join(folder, below), { recursive: true });
  for (const file of [
    'settings.json',
    '.trial-4711',
    'printers.json.broken-2026-11-28',
    `history/${crypto.randomUUID()}.jsonl`,
    'logs/octoglance.log',
  ]) {
    writeFileSync(join(folder, file), '{}');
  }
  return { parent, folder };
}

describe('removing the profile', () => {
  it('leaves nothing of the default folder', () => {
    const { folder } = profile();
    removeProfile(folder, true);
    expect(existsSync(folder)).toBe(false);
    removeProfile(folder, true);
  });

  it('leaves files of others in a folder that the user chose', () => {
    const { folder } = profile();
    writeFileSync(join(folder, 'thesis.odt'), 'years of work');
    writeFileSync(join(folder, 'my settings.json'), '{}');
    removeProfile(folder, false);
    expect(readdirSync(folder).sort()).toEqual(['Code Cache', 'my settings.json', 'thesis.odt']);
  });

  it('leaves folders of the user’s that have the name of one of the app’s', () => {
    const { folder } = profile();
    for (const below of ['history', 'print-history', 'pictures', 'logs', 'window.json']) {
      mkdirSync(join(folder, below, 'family'), { recursive: true });
      writeFileSync(join(folder, below, 'family', 'photo.png'), 'years of work');
      writeFileSync(join(folder, below, 'mine.log'), 'years of work');
    }
    removeProfile(folder, false);
    for (const below of ['history', 'print-history', 'pictures', 'logs', 'window.json']) {
      expect(readdirSync(join(folder, below)).sort(), below).toEqual(['family', 'mine.log']);
      expect(readdirSync(join(folder, below, 'family'))).toEqual(['photo.png']);
    }
  });

  it('removes only its own through the user’s link to the folder, and nothing through a link inside', () => {
    const { parent, folder } = profile();
    const elsewhere = join(parent, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'photo.png'), '');
    symlinkSync(elsewhere, join(folder, 'logs2'));
    const link = join(parent, 'link');
    symlinkSync(folder, link);
    removeProfile(link, true);
    expect(readdirSync(folder).sort()).toEqual(['Code Cache', 'logs2']);
    expect(readdirSync(elsewhere)).toEqual(['photo.png']);
  });
});
