// Runs the tests of docs/reliability.md and updates its figures. An argument names a single chapter to run, a second
// one the test files to run again; the other results of that chapter stay.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../scripts/start/build.mjs';
import { runTool } from '../scripts/test/steps.mjs';
import { ensurePackages, testPackages } from '../test/support/desktop/packages.mjs';
import { machineFaults } from './reliability/machine-faults.mjs';
import { networkFaults } from './reliability/network-faults.mjs';

/**
 * @typedef {object} Run
 * @property {string} tool
 * @property {readonly string[]} args
 * @property {readonly string[]} tests names or paths of the test files
 * @property {Readonly<Record<string, string>>} [env] how much to try; overrides the caller's
 */

/**
 * A chapter is between `<!-- name -->` and `<!-- /name -->`; its tests write their results to a folder or file in the
 * repository, `results`.
 * @typedef {object} Chapter
 * @property {string} name
 * @property {readonly Run[]} runs
 * @property {string} results
 * @property {(results: string) => { readonly text: string, readonly sound: boolean }} figures
 */

/** @type {readonly Chapter[]} */
const chapters = [networkFaults, machineFaults];

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/reliability.md');
const [chosen, only = ''] = process.argv.slice(2);
const running = chapters.filter(({ name }) => chosen === undefined || name.includes(chosen));
if (running.length === 0) {
  process.stderr.write(`There is no chapter "${chosen}". Chapters: ${chapters.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
ensurePackages(say, testPackages);
await buildIfStale(root, say);
for (const { name, runs, results, figures } of running) {
  const folder = join(root, results);
  // Results of an earlier run must not be mistaken for new ones.
  if (only === '') rmSync(folder, { recursive: true, force: true });
  for (const { tool, args, tests, env } of runs) {
    const wanted = tests.filter((test) => test.includes(only));
    if (wanted.length > 0 && !(await runTool(tool, [...args, ...wanted], env))) process.exitCode = 1;
  }
  const { text, sound } = figures(folder);
  say(`\n${text}`);
  if (!sound) process.exitCode = 1;
  const document = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The marks of "${name}" are missing in docs/reliability.md.`);
  writeFileSync(page, `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`);
}
