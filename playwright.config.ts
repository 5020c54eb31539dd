import { defineConfig } from '@playwright/test';

/**
 * They wait most of the time: for a minute to pass, for an hour at sixty times its speed, for the app to start itself anew.
 * Neither these nor the next are about `octoglance:` links: while the .deb is installed beside them it gets these.
 */
const patient =
  /\/(crash|glance|many-printers|printer-list|printer-order|quiet|removed-printers|restart|tray)\.spec\.ts$/;
/** Starts, streams, the keychain, and what attacks or leaves the window. */
const apart =
  /\/(grouped|hostile-launch|keychain|notification-server|odd-starts|page-guard|page-navigation|second-start|streams|tray-host|ways-out|window)\.spec\.ts$/;

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: false,
  // Each worker has a desktop of its own. The three take about as long as each other, and wait more than they work.
  workers: 3,
  projects: [
    { name: 'patient', testMatch: patient, workers: 1 },
    { name: 'apart', testMatch: apart, workers: 1 },
    { name: 'busy', testIgnore: [patient, apart], workers: 1 },
  ],
  retries: 0,
  // Each test waits for what is to come about, and no longer; on a machine that is busy with other things that takes long.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results/e2e',
});
