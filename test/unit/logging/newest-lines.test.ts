import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newestLines } from '../../../src/logging/newest-lines.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance log '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it('gives the newest lines, oldest first', () => {
  expect(newestLines(folderWith({ 'octoglance.log': 'a\nb\nc\n' }), 2)).toEqual(['b', 'c']);
});

it('goes on in the older file where the newer one has too few', () => {
  const folder = folderWith({ 'octoglance.log': 'c\nd\n', 'octoglance.old.log': 'a\nb\n' });
  expect(newestLines(folder, 3)).toEqual(['b', 'c', 'd']);
  expect(newestLines(folder, 9)).toEqual(['a', 'b', 'c', 'd']);
});

it('gives none where there is no log', () => {
  expect(newestLines(folderWith({}), 5)).toEqual([]);
});
