import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    expect(vitestOutcome(report, false)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });
  it('counts a file that fails to load as a failure', async () => {
    await writeFile(report, JSON.stringify({ numPassedTests: 7, numFailedTests: 0 }));
    expect(vitestOutcome(report, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });
  it('sums up a report of Playwright, in which a retried test counts as failed', async () => {
    await writeFile(report, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }));
    expect(playwrightOutcome(report, false)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
  it('counts a run without a report as a failure', () => {
    expect(vitestOutcome(report, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightOutcome(report, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
