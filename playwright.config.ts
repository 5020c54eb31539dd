import { defineConfig } from '@playwright/test';

/**
 * They mostly wait: for a minute to pass, for a keyring or for the app to start itself anew; together they take about as
 * long as the others. None is about `octoglance:` links: while the .deb is installed beside them it gets these.
 */
const patient = /(crash|glance|keychain|many-printers|quiet|restart|tray|ways-out)\.spec\.ts$/;

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: false,
  // Each worker has a desktop of its own. More at once would get in each other's way: tests measure times.
  workers: 2,
  projects: [
    { name: 'patient', testMatch: patient, workers: 1 },
    { name: 'busy', testIgnore: patient, workers: 1 },
  ],
  retries: 0,
  // Each test waits for what is to come about, and no longer; on a machine that is busy with other things that takes long.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results/e2e',
});
