import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [names] of the failed tests, as far as the report names them
 */

/**
 * Runs a program from node_modules with its output on the screen.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @param {string} [node] the Node that runs it; default: this process's own
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runTool(script, args, env = {}, node = process.execPath) {
  const child = spawn(node, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/**
 * Counts a check that isn't a test only if it fails.
 * @param {Promise<boolean>} run
 * @returns {Promise<Outcome>}
 */
export async function asCheck(run) {
  return { passed: 0, failed: (await run) ? 0 : 1, skipped: 0 };
}

/**
 * Reads Vitest's JSON report. A failed run without a failed test (a file that doesn't load) counts as one failure.
 * @param {string} path
 * @param {boolean} endedWell
 * @returns {Outcome}
 */
export function vitestOutcome(path, endedWell) {
  const report = readReport(path);
  const passed = Number(report?.numPassedTests ?? 0);
  const failed = Number(report?.numFailedTests ?? 0);
  const skipped = Number(report?.numPendingTests ?? 0) + Number(report?.numTodoTests ?? 0);
  const names = (report?.testResults ?? []).flatMap(failedOfFile);
  return { passed, failed: endedWell ? failed : Math.max(failed, 1), skipped, names };
}

/** @param {any} file of Vitest's report */
function failedOfFile({ name, status, assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [path];
  return failed.map((/** @type {any} */ test) => `${path}: ${[...test.ancestorTitles, test.title].join(' > ')}`);
}

/**
 * Reads Playwright's JSON report. A test that only passed on retry counts as failed, as does an aborted run.
 * @param {string} path
 * @param {boolean} endedWell
 * @returns {Outcome}
 */
export function playwrightOutcome(path, endedWell) {
  const report = readReport(path);
  const stats = report?.stats;
  const failed = Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0);
  const passed = Number(stats?.expected ?? 0);
  const skipped = Number(stats?.skipped ?? 0);
  return { passed, failed: endedWell ? failed : Math.max(failed, 1), skipped, names: failedOfSuites(report?.suites) };
}

/**
 * @param {any[]} [suites] of Playwright's report; each contains its specs and further suites
 * @param {string} [above] the titles of those around
 * @returns {string[]}
 */
function failedOfSuites(suites = [], above = '') {
  return suites.flatMap((suite) => {
    const title = above === '' ? `${suite.title}:` : `${above} ${suite.title} >`;
    const failed = (suite.specs ?? []).filter((/** @type {any} */ spec) =>
      spec.tests.some((/** @type {any} */ test) => ['unexpected', 'flaky'].includes(test.status)),
    );
    return [
      ...failed.map((/** @type {any} */ spec) => `${title} ${spec.title}`),
      ...failedOfSuites(suite.suites, title),
    ];
  });
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
