// Simulates thousands of installations that poll one OctoEverywhere in virtual time, and prints the load on the server;
// --write puts the table into docs/performance.md, --picture the curves into docs/pictures/crowd.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    installations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    write: { type: 'boolean' },
    picture: { type: 'boolean' },
  },
});
const count = Number(values.installations);
if (!Number.isInteger(count) || count < 1) throw new RangeError('--installations takes a whole number from 1 on.');
const { crowdReport, scenarios } = /** @type {typeof import('./crowd/report.ts')} */ (
  (await runnerImport('./tools/crowd/report.ts', { root, configFile: false, logLevel: 'error' })).module
);
const { crowdPicture } = /** @type {typeof import('./crowd/picture.ts')} */ (
  (await runnerImport('./tools/crowd/picture.ts', { root, configFile: false, logLevel: 'error' })).module
);
const only = values.only;
const chosen = only === undefined ? scenarios : scenarios.filter(({ name }) => name.includes(only));
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const { table, curves } = await crowdReport(chosen, { installations: count, seed: Number(values.seed) }, say);
say(table);
if (values.picture === true) {
  const caption = `${count} installations, seed ${values.seed}. Requests a second in multiples of the usual rate: mean of 10 s (area), busiest second (line).`;
  writeFileSync(join(root, 'docs/pictures/crowd.svg'), crowdPicture(curves, caption));
}
if (values.write === true) {
  const page = join(root, 'docs/performance.md');
  const document = readFileSync(page, 'utf8');
  const [begin, end] = ['<!-- crowd: begin -->', '<!-- crowd: end -->'];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error('The marks of the crowd are missing in docs/performance.md.');
  writeFileSync(page, `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`);
}
