// Tests the alerts over randomly generated histories and prints the figures; --write puts them into docs/alerts.md.
// --tally=FILE keeps the results of simulated prints, so that a long run can be continued.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { provePrints } from './proof/prints.mjs';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '14' },
    prints: { type: 'string' },
    seed: { type: 'string' },
    tally: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const count = Number(values.lives);
if (!Number.isInteger(count) || count < 1) throw new RangeError('--lives takes a whole number from 1 on.');
const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);

if (values.prints !== undefined) {
  const prints = Number(values.prints);
  if (!Number.isInteger(prints) || prints < 1) throw new RangeError('--prints takes a whole number from 1 on.');
  const { table, faults } = await provePrints(prints, first, values.tally);
  finish(table, faults, 'print proof');
  process.exit();
}

const { Figures } = /** @type {typeof import('../test/replay/proof/figures.ts')} */ (
  (await runnerImport('./test/replay/proof/figures.ts', { root, configFile: false, logLevel: 'error' })).module
);

/** The seeds still to be tested, in order. */
const seeds = Array.from({ length: count }, (_, index) => first + index);
const figures = new Figures();

/** Makes one process test seed after seed until none is left. */
async function proveInProcess() {
  const prover = fork(join(import.meta.dirname, 'proof/prover.mjs'), { serialization: 'advanced' });
  prover.on('message', (message) => {
    const outcome = /** @type {import('../test/replay/proof/figures.ts').Outcome} */ (message);
    figures.add(outcome);
    for (const [rule, faults] of Object.entries(outcome.faults)) {
      for (const fault of faults) process.stdout.write(`seed ${outcome.seed}: ${rule}: ${fault}\n`);
    }
    const next = seeds.shift();
    if (next === undefined) prover.disconnect();
    else prover.send(next);
  });
  const seed = seeds.shift();
  if (seed === undefined) prover.disconnect();
  else prover.send(seed);
  const [code] = await once(prover, 'exit');
  if (code !== 0) throw new Error(`A process that proves ended with ${code}.`);
}

await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, proveInProcess));
finish(`Seeds ${first} to ${first + count - 1}: ${figures.table()}`, figures.faults, 'proof');

/**
 * Prints the table; with `--write` and without faults it also replaces the text between these marks in docs/alerts.md.
 * @param {string} table
 * @param {number} faults
 * @param {string} mark
 */
function finish(table, faults, mark) {
  process.stdout.write(`${table}\n`);
  if (faults > 0) process.exitCode = 1;
  else if (values.write === true) {
    const page = join(root, 'docs/alerts.md');
    const document = readFileSync(page, 'utf8');
    const [begin, end] = [`<!-- ${mark}: begin -->`, `<!-- ${mark}: end -->`];
    const [from, to] = [document.indexOf(begin), document.indexOf(end)];
    if (from < 0 || to < from) throw new Error('The marks of the figures are missing in docs/alerts.md.');
    writeFileSync(page, `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`);
  }
}
