import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playwrightOutcome, vitestOutcome } from '../../../scripts/test/steps.mjs';

let folder: string;
let report: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octoglance-outcomes-'));
  report = join(folder, 'report.json');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the result of a test run', () => {
  it('sums up a report of Vitest', async () => {
    await writeFile(
      report,
      JSON.stringify({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 }),
    );
    expect(vitestOutcome(report, false)).toMatchObject({ passed: 7, failed: 2, skipped: 1 });
  });
  it('names the failed tests of Vitest, and a file that fails to load', async () => {
    const test = { ancestorTitles: ['a printer', 'lost'], title: 'is reported', status: 'failed' };
    const good = { ancestorTitles: [], title: 'is found', status: 'passed' };
    const testResults = [
      { name: resolve('test/unit/a.test.ts'), status: 'failed', assertionResults: [good, test] },
      { name: resolve('test/unit/b.test.ts'), status: 'failed', assertionResults: [] },
      { name: resolve('test/unit/c.test.ts'), status: 'passed', assertionResults: [good] },
    ];
    await writeFile(report, JSON.stringify({ numPassedTests: 2, numFailedTests: 1, testResults }));
    expect(vitestOutcome(report, false).names).toEqual([
      'test/unit/a.test.ts: a printer > lost > is reported',
      'test/unit/b.test.ts',
    ]);
  });
  it('names the failed tests of Playwright, whatever they are nested in', async () => {
    const spec = (title: string, ...statuses: string[]) => ({ title, tests: statuses.map((status) => ({ status })) });
    const suites = [
      {
        title: 'tray.spec.ts',
        specs: [spec('starts', 'expected')],
        suites: [
          {
            title: 'A notification',
            specs: [spec('opens the page', 'expected', 'unexpected'), spec('closes', 'flaky')],
          },
        ],
      },
      { title: 'window.spec.ts', specs: [spec('opens', 'unexpected'), spec('rests', 'skipped')] },
    ];
    await writeFile(report, JSON.stringify({ stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 1 }, suites }));
    expect(playwrightOutcome(report, false).names).toEqual([
      'tray.spec.ts: A notification > opens the page',
      'tray.spec.ts: A notification > closes',
      'window.spec.ts: opens',
    ]);
  });
  it('counts a file that fails to load as a failure', async () => {
    await writeFile(report, JSON.stringify({ numPassedTests: 7, numFailedTests: 0 }));
    expect(vitestOutcome(report, false)).toMatchObject({ passed: 7, failed: 1, skipped: 0 });
  });
  it('sums up a report of Playwright, in which a retried test counts as failed', async () => {
    await writeFile(report, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }));
    expect(playwrightOutcome(report, false)).toMatchObject({ passed: 5, failed: 2, skipped: 2 });
  });
  it('counts a run without a report as a failure', () => {
    expect(vitestOutcome(report, false)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightOutcome(report, false)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  });
});
