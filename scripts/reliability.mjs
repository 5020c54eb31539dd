// Runs the tests of docs/reliability.md and puts their figures into it. A word names the one chapter to run.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkFaults } from './reliability/network-faults.mjs';
import { runTool } from './test/steps.mjs';

/**
 * A chapter stands between `<!-- name -->` and `<!-- /name -->`; its tests leave their results in test-results/.
 * @typedef {object} Chapter
 * @property {string} name
 * @property {readonly string[]} tests files for Vitest
 * @property {string} results folder or file below test-results/
 * @property {(results: string) => { readonly text: string, readonly sound: boolean }} figures
 */

/** @type {readonly Chapter[]} */
const chapters = [networkFaults];

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/reliability.md');
const [chosen] = process.argv.slice(2);
const running = chapters.filter(({ name }) => chosen === undefined || name.includes(chosen));
if (running.length === 0) {
  process.stderr.write(`There is no chapter "${chosen}". Chapters: ${chapters.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
for (const { name, tests, results, figures } of running) {
  const folder = join(root, 'test-results', results);
  // What an earlier run left must not pass for this one's.
  rmSync(folder, { recursive: true, force: true });
  const endedWell = await runTool('vitest/vitest.mjs', ['run', '--project', 'contract', ...tests]);
  const { text, sound } = figures(folder);
  process.stdout.write(`\n${text}\n`);
  if (!endedWell || !sound) process.exitCode = 1;
  const document = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The marks of "${name}" are missing in docs/reliability.md.`);
  writeFileSync(page, `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`);
}
