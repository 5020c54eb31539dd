import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the tests' result files, see test/support/reliability-record.ts; all of them must exist. */
const expected = [
  'addition-kills',
  'app-kills',
  'changes',
  'clock',
  'desktop',
  'display',
  'failed-start',
  'files',
  'full-disk',
  'killed-starts',
  'kills',
  'later-app',
  'notification-storm',
  'odd-path',
  'odd-starts',
  'processes',
  'quiet-network',
  'race',
  'race-of-twenty',
  'read-only',
  'session-bus',
  'signal-sigint',
  'signal-sigterm',
  'streams',
];

/**
 * Faults of the computer below the app, from Vitest and from the real desktop: more kills and races, and a slower
 * notification server, than `npm test` has time for.
 * @type {import('../reliability.mjs').Chapter}
 */
export const machineFaults = {
  name: 'machine faults',
  runs: [
    {
      tool: 'vitest/vitest.mjs',
      args: ['run', '--project', 'unit'],
      tests: ['test/unit/app/ten-thousand-changes.test.ts', 'test/unit/monitor/set-clock.test.ts', 'test/unit/storage'],
      env: { OCTOGLANCE_KILLS: '500' },
    },
    {
      tool: 'vitest/vitest.mjs',
      args: ['run', '--project', 'contract'],
      tests: ['test/contract/addition-kills.test.ts'],
      env: { OCTOGLANCE_KILLS: '100' },
    },
    {
      tool: 'vitest/vitest.mjs',
      args: ['run', '--project', 'contract'],
      tests: ['test/contract/notification-storm.test.ts'],
      env: { OCTOGLANCE_NOTIFICATION_DELAY: '10000' },
    },
    {
      tool: '@playwright/test/cli.js',
      args: ['test'],
      tests: [
        ...['hostile-desktop', 'hostile-launch', 'unsaved', 'failed-start', 'quiet-network', 'crash.spec'],
        ...['second-start', 'odd-starts', 'streams', 'interrupted-adding'],
      ],
      env: { OCTOGLANCE_RACES: '10', OCTOGLANCE_APP_KILLS: '100' },
    },
  ],
  results: '.reliability/machine',
  figures: machineFigures,
};

/**
 * The table of the results. Not sound if a result is missing or something was lost.
 * @param {string} folder
 */
function machineFigures(folder) {
  const found = expected.filter((name) => existsSync(join(folder, `${name}.json`)));
  const missing = expected.filter((name) => !found.includes(name));
  /** @type {readonly import('../../test/support/reliability-record.ts').Attack[]} */
  const attacks = found.map((name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  const rows = attacks.map(({ promise, measured, test, cases, lost }) => {
    const what = measured === undefined ? promise : `${promise} (${measured})`;
    return `| ${what} | \`${test}\` | ${cases} | ${cases - lost} | ${lost} |`;
  });
  const lines = ['| promise | test | cases | survived | lost |', '|---|---|--:|--:|--:|', ...rows];
  if (missing.length > 0) lines.push('', `No outcome of: ${missing.join(', ')}.`);
  return { text: lines.join('\n'), sound: missing.length === 0 && attacks.every(({ lost }) => lost === 0) };
}
