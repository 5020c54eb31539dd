import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isWithin } from '../../../src/storage/is-within.ts';

it('a file is within a folder whatever links lead there', async () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'octoglance-within-')));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const profile = join(home, 'OctoGlance');
  mkdirSync(join(profile, 'history'), { recursive: true });
  mkdirSync(join(home, 'OctoGlance-old'));
  writeFileSync(join(profile, 'printers.json'), '');
  symlinkSync(profile, join(home, 'link'));
  symlinkSync(join(profile, 'printers.json'), join(home, 'list.json'));

  for (const path of ['OctoGlance/printers.json', 'OctoGlance/new', 'OctoGlance/history/new', 'link/new', 'list.json'])
    expect.soft(await isWithin(profile, join(home, path)), path).toBe(true);
  for (const path of ['new', 'OctoGlance-old/new', 'OctoGlance', 'missing/new'])
    expect.soft(await isWithin(profile, join(home, path)), path).toBe(path === 'OctoGlance');
  expect(await isWithin(join(home, 'link'), join(profile, 'new'))).toBe(true);
});
