import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lastLines } from '../../../src/logging/tail-log.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance log '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it('returns the newest lines, oldest first', () => {
  expect(lastLines(folderWith({ 'octoglance.log': 'a\nb\nc\n' }), 2)).toEqual(['b', 'c']);
});

it('continues in the older file if the newer one has too few', () => {
  const folder = folderWith({ 'octoglance.log': 'c\nd\n', 'octoglance.old.log': 'a\nb\n' });
  expect(lastLines(folder, 3)).toEqual(['b', 'c', 'd']);
  expect(lastLines(folder, 9)).toEqual(['a', 'b', 'c', 'd']);
});

it('returns none without a log', () => {
  expect(lastLines(folderWith({}), 5)).toEqual([]);
});

it('reads only the end of a file that has grown larger than any log', () => {
  const folder = folderWith({ 'octoglance.log': `${'x'.repeat(3_000_000)}\nb\nc\n` });
  expect(lastLines(folder, 9)).toEqual(['b', 'c']);
});

it.runIf(process.platform === 'linux')('does not wait for a pipe in place of the log', () => {
  const folder = folderWith({ 'octoglance.old.log': 'a\n' });
  execFileSync('mkfifo', [join(folder, 'octoglance.log')]);
  expect(lastLines(folder, 9)).toEqual(['a']);
});
