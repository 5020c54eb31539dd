import { defineConfig } from 'vitest/config';
// Draws the seed here, once for all processes that run tests.
import './test/support/seed.ts';

const setupFiles = ['test/support/properties-seed.ts'];
/** Properties and processes take long on a machine that is busy with other things. Milliseconds. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], setupFiles, ...patient } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], setupFiles, ...patient } },
      { test: { name: 'replay', include: ['test/replay/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 } },
    ],
  },
});
