import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, PackagesMissing, testPackages } from '../test/support/desktop/packages.mjs';
import { troubleWhile } from './electron-runtime/trouble.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { buildIfStale } from './start/build.mjs';
import { alikeOnNode24, NODE_24, node24, noSecondNode, withNode } from './test/node-24.mjs';
import { asCheck, playwrightOutcome, runTool, vitestOutcome } from './test/steps.mjs';

/*
 * `npm test` runs everything; `npm test -- e2e tray` runs one part, limited to tests whose file or name contains that
 * word. Electron comes early because contract tests run in it and must not wait for a download. Each part runs even if
 * an earlier one failed, but e2e needs its prerequisites. Only tests count as passed; anything that fails counts as
 * failed. Unit and contract tests run on the current Node; those for which it matters also run on Node 24.
 */

const PARTS = [
  ...['packages', 'electron', 'node-24', 'lint', 'types', 'unit', 'unit-24', 'contract', 'contract-24'],
  ...['replay', 'build', 'look', 'e2e'],
];
/** @type {Record<string, readonly string[]>} */
const NEEDS = {
  'unit-24': ['node-24'],
  contract: ['packages', 'electron'],
  'contract-24': ['packages', 'electron', 'node-24'],
  look: ['packages'],
  e2e: ['packages', 'electron', 'build'],
};
/** These parts can't start without their prerequisites; a contract test without its own reports that itself. */
const NOTHING_WITHOUT = ['unit-24', 'contract-24', 'look', 'e2e'];
const secondNode = noSecondNode({ platform: process.platform, arch: process.arch, version: process.versions.node });
const [chosen, ...filters] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'octoglance-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @type {Record<string, () => Promise<import('./test/steps.mjs').Outcome>>} */
const run = {
  packages: () => attempt('installing packages', async () => ensurePackages(say, testPackages)),
  electron: () => attempt('fetching Electron', () => electronExecutable({ say })),
  'node-24': () => attempt('fetching Node 24', async () => say(`Node ${NODE_24.version}: ${await node24({ say })}`)),
  lint: () => asCheck(runTool('@biomejs/biome/bin/biome', ['check', '.'])),
  types: async () => {
    const layers = ['tsconfig.json', 'tsconfig.pure.json', 'renderer/tsconfig.json'];
    let isGood = true;
    for (const layer of layers) isGood = (await runTool('typescript/bin/tsc', ['-p', layer])) && isGood;
    return asCheck(Promise.resolve(isGood));
  },
  unit: () => vitest('unit'),
  'unit-24': async () => vitest('unit', await node24({ say })),
  contract: () => vitest('contract'),
  'contract-24': async () => vitest('contract', await node24({ say })),
  replay: () => vitest('replay'),
  build: () => attempt('building', () => buildIfStale(join(import.meta.dirname, '..'), say)),
  // Only the pictures that are compared; `npm run look` takes those of every width.
  look: () => playwright('look', ['-c', 'test/visual/playwright.config.ts', '--grep', '@kept']),
  e2e: () => playwright('e2e', []),
};

if (chosen !== undefined && !PARTS.includes(chosen)) {
  process.stderr.write(`There is no part "${chosen}". Parts: ${PARTS.join(', ')}\n`);
  process.exit(2);
}
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = new Set();
/** @type {string[]} */
const failedTests = [];
/** @type {string[]} */
const took = [];
for (const part of chosen === undefined ? PARTS : [...(NEEDS[chosen] ?? []), chosen]) {
  say(`\n=== ${part} ===`);
  if (process.platform !== 'linux' && ['packages', 'look', 'e2e'].includes(part)) {
    say('Left out: the test desktop needs Linux.');
    continue;
  }
  if (part.endsWith('-24') && secondNode !== null) {
    say(secondNode);
    continue;
  }
  const began = performance.now();
  const outcome =
    NOTHING_WITHOUT.includes(part) && NEEDS[part]?.some((needed) => broken.has(needed))
      ? failure('Not run: it needs what failed above.')
      : ((await run[part]?.()) ?? failure('There is no such part.'));
  took.push(`${part} ${Math.round((performance.now() - began) / 1000)} s`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  if (outcome.failed > 0) broken.add(part);
  failedTests.push(...(outcome.names ?? []).map((name) => `${part}: ${name}`));
}
say(`\nTook: ${took.join(', ')}`);
if (broken.size > 0) say(`Failed in: ${[...broken].join(', ')}`);
for (const name of failedTests) say(`  ${name}`);
if (total.skipped > 0) say(`${total.skipped} skipped: they do not apply to this machine.`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {'unit' | 'contract' | 'replay'} project
 * @param {string} [node] executable; default: that of this process
 */
async function vitest(project, node = process.execPath) {
  const isSecond = node !== process.execPath;
  const report = join(reports, `${project}${isSecond ? '-24' : ''}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const alike = isSecond && filters.length === 0 ? (alikeOnNode24[project] ?? []) : [];
  const leftOut = alike.map((glob) => `--exclude=${glob}`);
  // By default Vitest leaves one processor unused. Contract tests mostly wait for other processes.
  const workers = availableParallelism() * (project === 'contract' ? 2 : 1);
  const options = ['run', '--project', project, `--maxWorkers=${workers}`, ...leftOut, ...reporters];
  const endedWell = await runTool('vitest/vitest.mjs', [...options, ...filters], withNode(node, process.env), node);
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
