// Proves the alerts over lives that nobody chose, and prints the figures; --write puts them into docs/alerts.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { lives: { type: 'string', default: '14' }, seed: { type: 'string' }, write: { type: 'boolean' } },
});
const count = Number(values.lives);
if (!Number.isInteger(count) || count < 1) throw new RangeError('--lives takes a whole number from 1 on.');
const load = async (/** @type {string} */ path) =>
  (await runnerImport(path, { root, configFile: false, logLevel: 'error' })).module;
const { Figures } = /** @type {typeof import('../test/replay/proof/figures.ts')} */ (
  await load('./test/replay/proof/figures.ts')
);
const { proveAll } = /** @type {typeof import('../test/replay/proof/prove.ts')} */ (
  await load('./test/replay/proof/prove.ts')
);

const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);
const figures = new Figures();
await proveAll(
  Array.from({ length: count }, (_, index) => first + index),
  figures,
);
const table = `Seeds ${first} to ${first + count - 1}: ${figures.table()}`;
process.stdout.write(`${table}\n`);
for (const fault of figures.faults()) process.stdout.write(`${fault}\n`);
if (figures.faults().length > 0) process.exitCode = 1;
else if (values.write === true) {
  const page = join(root, 'docs/alerts.md');
  const document = readFileSync(page, 'utf8');
  const [begin, end] = ['<!-- proof: begin -->', '<!-- proof: end -->'];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error('The marks of the figures are missing in docs/alerts.md.');
  writeFileSync(page, `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`);
}
