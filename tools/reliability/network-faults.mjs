import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('../../test/support/network/faults/fault.ts').FaultTable} FaultTable */

/** @type {import('../reliability.mjs').Chapter} */
export const networkFaults = {
  name: 'network faults',
  runs: [
    {
      tool: 'vitest/vitest.mjs',
      args: ['run', '--project', 'contract'],
      tests: ['test/contract/network-faults-chromium.test.ts', 'test/contract/network-faults-node.test.ts'],
    },
  ],
  results: 'test-results/network-faults',
  figures: (folder) => figures(read(folder, 'chromium'), read(folder, 'node')),
};

/**
 * @param {string} folder
 * @param {string} network
 * @returns {FaultTable}
 */
function read(folder, network) {
  return JSON.parse(readFileSync(join(folder, `${network}.json`), 'utf8'));
}

/**
 * @param {FaultTable} chromium
 * @param {FaultTable} node
 */
function figures(chromium, node) {
  const total = { cases: 0, survived: 0, lost: 0, leaked: 0 };
  const lines = chromium.rows.map((row) => {
    const both = [row, ...node.rows.filter(({ fault }) => fault === row.fault)];
    const cases = sum(both.map((one) => one.cases));
    const survived = sum(both.map((one) => one.survived));
    const lost = sum(both.map((one) => one.lost.length));
    const leaked = sum(both.map((one) => one.leaked.length));
    total.cases += cases;
    total.survived += survived;
    total.lost += lost;
    total.leaked += leaked;
    return `| ${row.fault} | ${outcomes(row.outcomes)} | ${cases} | ${survived} | ${lost} | ${leaked} |`;
  });
  const growth = Math.max(...chromium.rows.map(({ memoryGrowth }) => memoryGrowth));
  const text = [
    '| what the network does | what the app makes of it | cases | survived | lost | leaked |',
    '|---|---|--:|--:|--:|--:|',
    ...lines,
    `| **all** | | **${total.cases}** | **${total.survived}** | **${total.lost}** | **${total.leaked}** |`,
    '',
    `${count(chromium)} cases in Electron over Chromium's network, ${count(node)} over Node's. The most that Electron's`,
    `processes held after a row, beyond what they held before it: ${(growth / 2 ** 20).toFixed(1)} MB.`,
  ].join('\n');
  return { text, sound: total.lost === 0 && total.leaked === 0 && total.cases > 0 };
}

/** @param {FaultTable} table */
function count({ rows }) {
  return sum(rows.map(({ cases }) => cases));
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * Counts statuses, refusals and responses without saying which ones: the tests check that case by case.
 * @param {Readonly<Record<string, number>>} byOutcome
 */
function outcomes(byOutcome) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const [outcome, times] of Object.entries(byOutcome)) {
    const kind = /^(status|refused|answered):/.exec(outcome)?.[1] ?? outcome;
    kinds.set(kind, (kinds.get(kind) ?? 0) + times);
  }
  const sorted = [...kinds].sort(([, first], [, second]) => second - first);
  return sorted.map(([kind, times]) => (times === 1 ? kind : `${kind} ×${times}`)).join(', ');
}
