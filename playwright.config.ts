import { defineConfig } from '@playwright/test';

/*
 * Four groups that take about as long as each other. `octoglance:` links are only in the last one: while the .deb is
 * installed there, it gets the links of that desktop, too.
 */
/** They wait most of the time: for a minute to pass, for an hour at sixty times its speed, for a restart. */
const patient = /\/(crash|glance|printer-list|quiet|removed-printers|restart|tray)\.spec\.ts$/;
/** Streams, the keychain, notifications, the first steps, and what leaves the window. */
const apart =
  /\/(compiled-code|ended-notifications|first-steps|grouped|keychain|notification-server|streams|tray-host|ways-out|window)\.spec\.ts$/;
/** Long lists, odd starts, what attacks, and desktops that do something else. */
const hard =
  /\/(emptied-keyring|file-dialogs|hostile-desktop|hostile-launch|interrupted-adding|ipc-fuzz|many-printers|odd-starts|off|page-guard|page-navigation|printer-order|prints|second-start|sway|tray-mouse|unsaved)\.spec\.ts$/;

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: false,
  // Each worker has a desktop of its own. They wait more than they work.
  workers: 4,
  projects: [
    { name: 'patient', testMatch: patient, workers: 1 },
    { name: 'apart', testMatch: apart, workers: 1 },
    { name: 'hard', testMatch: hard, workers: 1 },
    { name: 'busy', testIgnore: [patient, apart, hard], workers: 1 },
  ],
  retries: 0,
  // Each test waits for what is to come about, and no longer; on a machine that is busy with other things that takes long.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results/e2e',
});
