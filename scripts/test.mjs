import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, PackagesMissing, testPackages } from './desktop/packages.mjs';
import { troubleWhile } from './electron-runtime/trouble.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { buildIfStale } from './start/build.mjs';
import { asCheck, playwrightOutcome, runTool, vitestOutcome } from './test/steps.mjs';

/*
 * `npm test`: everything. `npm test -- e2e tray` runs one part, and of it the tests whose file or name has that word.
 * Electron comes early because contract tests run in it and must not wait for a download. Each part runs even if one
 * before it failed, but e2e needs what it stands on. Only tests count as passed; anything that fails counts as failed.
 */

const PARTS = ['packages', 'electron', 'lint', 'types', 'unit', 'contract', 'replay', 'build', 'look', 'e2e'];
/** @type {Record<string, readonly string[]>} */
const NEEDS = { look: ['packages'], contract: ['packages', 'electron'], e2e: ['packages', 'electron', 'build'] };
const [chosen, ...filters] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'octoglance-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @type {Record<string, () => Promise<import('./test/steps.mjs').Outcome>>} */
const run = {
  packages: () => attempt('installing packages', async () => ensurePackages(say, testPackages)),
  electron: () => attempt('fetching Electron', () => electronExecutable({ say })),
  lint: () => asCheck(runTool('@biomejs/biome/bin/biome', ['check', '.'])),
  types: async () => {
    const main = await runTool('typescript/bin/tsc', ['-p', 'tsconfig.json']);
    return asCheck(Promise.resolve((await runTool('typescript/bin/tsc', ['-p', 'renderer/tsconfig.json'])) && main));
  },
  unit: () => vitest('unit'),
  contract: () => vitest('contract'),
  replay: () => vitest('replay'),
  build: () => attempt('building', () => buildIfStale(join(import.meta.dirname, '..'), say)),
  // The pictures that are compared; `npm run look` takes those of every width.
  look: () => playwright('look', ['-c', 'test/look/playwright.config.ts', '--grep', '@kept']),
  e2e: () => playwright('e2e', []),
};

if (chosen !== undefined && !PARTS.includes(chosen)) {
  process.stderr.write(`There is no part "${chosen}". Parts: ${PARTS.join(', ')}\n`);
  process.exit(2);
}
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = new Set();
for (const part of chosen === undefined ? PARTS : [...(NEEDS[chosen] ?? []), chosen]) {
  say(`\n=== ${part} ===`);
  if (process.platform !== 'linux' && ['packages', 'look', 'e2e'].includes(part)) {
    say('Left out: the test desktop needs Linux.');
    continue;
  }
  const outcome =
    (part === 'e2e' || part === 'look') && NEEDS[part]?.some((needed) => broken.has(needed))
      ? failure('Not run: it needs what failed above.')
      : ((await run[part]?.()) ?? failure('There is no such part.'));
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  if (outcome.failed > 0) broken.add(part);
}
say('');
if (broken.size > 0) say(`Failed in: ${[...broken].join(', ')}`);
if (total.skipped > 0) say(`${total.skipped} skipped: they do not apply to this machine.`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {'unit' | 'contract' | 'replay'} project */
async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Contract tests measure times and memory, so their files take turns; left to itself Vitest keeps one processor free.
  const workers = project === 'contract' ? 1 : availableParallelism();
  const options = ['run', '--project', project, `--maxWorkers=${workers}`, ...reporters];
  const endedWell = await runTool('vitest/vitest.mjs', [...options, ...filters]);
  return vitestOutcome(report, endedWell);
}

/**
 * @param {'look' | 'e2e'} part
 * @param {readonly string[]} options
 */
async function playwright(part, options) {
  const report = join(reports, `${part}.json`);
  const args = ['test', ...options, '--reporter=list,json', ...filters];
  const endedWell = await runTool('@playwright/test/cli.js', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return playwrightOutcome(report, endedWell);
}

/**
 * @param {string} doing
 * @param {() => Promise<unknown>} step
 */
async function attempt(doing, step) {
  try {
    await step();
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    return failure(error instanceof PackagesMissing ? error.message : troubleWhile(doing, error).message);
  }
}

/**
 * @param {string} line
 * @returns {import('./test/steps.mjs').Outcome}
 */
function failure(line) {
  say(line);
  return { passed: 0, failed: 1, skipped: 0 };
}
