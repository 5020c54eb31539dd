import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { PictureFiles } from '../../../../src/desktop/notifications/picture-files.ts';
import { profileFolder } from '../../../support/storage/profile-folder.ts';

vi.mock('electron', () => ({ nativeImage: {} }));

it('removes the pictures that an earlier run left, and none of the user’s', async () => {
  const folder = join(profileFolder(), 'pictures');
  mkdirSync(join(folder, 'family'), { recursive: true });
  for (const name of ['holiday.png', 'family/photo.png', `${crypto.randomUUID()}.png`]) {
    writeFileSync(join(folder, name), 'x');
  }
  await new PictureFiles(folder).close();
  expect(readdirSync(folder).sort()).toEqual(['family', 'holiday.png']);
  expect(readdirSync(join(folder, 'family'))).toEqual(['photo.png']);
});

it('leaves no empty folder behind', async () => {
  const folder = join(profileFolder(), 'pictures');
  mkdirSync(folder);
  writeFileSync(join(folder, `${crypto.randomUUID()}.png`), 'x');
  await new PictureFiles(folder).close();
  expect(existsSync(folder)).toBe(false);
});
