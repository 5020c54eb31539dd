import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../..');
const { printsOfLife } = /** @type {typeof import('../../test/replay/prints/print-life.ts')} */ (
  (await runnerImport('./test/replay/prints/print-life.ts', { root, configFile: false, logLevel: 'error' })).module
);

/** @typedef {import('../../test/replay/prints/prove-prints.ts').ProvedLife} ProvedLife */

/**
 * Tests this many prints with the whole app, one life per seed from `first` on, and writes each fault to stdout. With a
 * `tally`, each life is added to that file of JSON lines, and those that are in it count and are not repeated.
 * @param {number} prints
 * @param {number} first
 * @param {string | undefined} tally
 * @returns {Promise<{ table: string, faults: number }>}
 */
export async function provePrints(prints, first, tally) {
  const count = Math.ceil(prints / printsOfLife);
  const all = Array.from({ length: count }, (_, index) => first + index);
  const sum = { prints: 0, ends: 0, polls: 0, slowest: 0, faults: 0 };
  const add = (/** @type {ProvedLife} */ life) => {
    sum.prints += life.prints;
    sum.ends += life.ends;
    sum.polls += life.polls;
    sum.slowest = Math.max(sum.slowest, life.slowest);
    sum.faults += life.wrong.length;
    for (const fault of life.wrong) process.stdout.write(`seed ${life.seed}: ${fault}\n`);
  };
  const done = tallied(tally).filter(({ seed }) => all.includes(seed));
  for (const life of done) add(life);
  const proved = new Set(done.map(({ seed }) => seed));
  const seeds = all.filter((seed) => !proved.has(seed));
  const prove = async () => {
    const prover = fork(join(import.meta.dirname, 'print-prover.mjs'), { serialization: 'advanced' });
    const next = () => {
      const seed = seeds.shift();
      if (seed === undefined) prover.disconnect();
      else prover.send(seed);
    };
    prover.on('message', (message) => {
      const life = /** @type {ProvedLife} */ (message);
      if (tally !== undefined) appendFileSync(tally, `${JSON.stringify(life)}\n`);
      add(life);
      next();
    });
    next();
    const [code] = await once(prover, 'exit');
    if (code !== 0) throw new Error(`A process that proves ended with ${code}.`);
  };
  await Promise.all(Array.from({ length: Math.min(seeds.length, availableParallelism()) }, prove));
  const number = new Intl.NumberFormat('en');
  const table = [
    `Seeds ${first} to ${first + count - 1}:`,
    '',
    '| | |',
    '|---|---|',
    `| prints | ${number.format(sum.prints)} |`,
    `| ends reported | ${number.format(sum.ends)} |`,
    `| reported wrongly, late, twice or not at all | ${number.format(sum.faults)} |`,
    `| longest until an end was reported while the app was running | ${sum.slowest} s |`,
    `| checks of connections compared with the same days without prints | ${number.format(sum.polls)}, none later |`,
  ].join('\n');
  return { table: sum.faults === 0 ? table : table.replace(', none later', ''), faults: sum.faults };
}

/**
 * Returns the lives in a tally; none without one.
 * @param {string | undefined} file
 * @returns {readonly ProvedLife[]}
 */
function tallied(file) {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
