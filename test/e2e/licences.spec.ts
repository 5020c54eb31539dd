import { resolve } from 'node:path';
import { expect, test } from '../support/e2e/service.ts';

test('About opens the licences of the shipped libraries', async ({ fast, launch, desktop }) => {
  const window = await (await launch({ args: ['--show'], env: fast })).window();
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Licences' }).click();
  const file = resolve(import.meta.dirname, '../../out/THIRD-PARTY-LICENCES.txt');
  await expect.poll(() => desktop.openedLinks().some((opened) => opened.endsWith(file))).toBe(true);
});
