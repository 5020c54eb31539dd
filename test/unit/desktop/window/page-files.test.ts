import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PageFiles } from '../../../../src/desktop/window/page-files.ts';
import { profileFolder } from '../../../support/storage/profile-folder.ts';

function pageFolder(): string {
  const folder = profileFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'page');
  writeFileSync(join(folder, 'assets/index.js'), 'script');
  return folder;
}

async function textsOf(files: PageFiles): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await files.read())].map(([path, content]) => [path, String(content)]));
}

it('keeps what it has read until that is forgotten', async () => {
  const folder = pageFolder();
  const files = new PageFiles(folder);
  const whole = { '/index.html': 'page', '/assets/index.js': 'script' };
  expect(await textsOf(files)).toEqual(whole);
  rmSync(folder, { recursive: true });
  expect(await textsOf(files)).toEqual(whole);
  files.forget();
  expect(await textsOf(files)).toEqual({});
});

it('reads again after something could not be read', async () => {
  const folder = pageFolder();
  const files = new PageFiles(folder);
  rmSync(join(folder, 'assets'), { recursive: true });
  expect(await textsOf(files)).toEqual({ '/index.html': 'page' });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/index.js'), 'script');
  expect(await textsOf(files)).toEqual({ '/index.html': 'page', '/assets/index.js': 'script' });
});
