import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { type DrivenApp, launchApp } from '../app/app.ts';
import { type LaunchOptions, type RunningApp, spawnApp } from '../app/spawn-app.ts';
import type { Desktop, DesktopOptions } from '../desktop/desktop.mjs';
import { Notifications } from '../desktop/notifications.ts';
import { startDesktop } from '../desktop/start-desktop.mjs';
import { lockSystem } from '../desktop/system-lock.ts';
import { Tray } from '../desktop/tray.ts';

export { expect } from '@playwright/test';

export type AppOptions = Omit<LaunchOptions, 'desktop'>;

interface TestFixtures {
  /** Launches the app on the desktop, with Playwright; ended after the test. */
  readonly launch: (options?: AppOptions) => Promise<DrivenApp>;
  /** Starts the app on the desktop like a user, without inspector; ended after the test. */
  readonly spawn: (options?: AppOptions) => Promise<RunningApp>;
  /** Waits for the app's icon in the tray. */
  readonly findTray: () => Promise<Tray>;
  /** The notifications since the test began. */
  readonly notifications: Notifications;
  /** Takes a screenshot, or part of one, for the report. Returns its path. */
  readonly picture: (name: string, region?: { x: number; y: number; width: number; height: number }) => Promise<string>;
}

interface WorkerFixtures {
  /** Set with `test.use({ desktopOptions: … })` at the top of a file. */
  readonly desktopOptions: DesktopOptions;
  /** `alone` if a test file changes what is installed on this machine. Default: `shared`. */
  readonly system: 'shared' | 'alone';
  readonly desktop: Desktop;
}

/** Prints the last lines of the app's log and stderr, and whether it still runs, after a failed test. */
function printOutput({ profile, hasEnded, stderr }: Pick<RunningApp, 'profile' | 'hasEnded' | 'stderr'>): void {
  const file = join(profile, 'logs/octoglance.log');
  const last = (text: string) => text.trimEnd().split('\n').slice(-15).join('\n');
  const log = existsSync(file) ? last(readFileSync(file, 'utf8')) : 'No log.';
  process.stdout.write(`The app ${hasEnded ? 'had ended' : 'was running'}.\nLog:\n${log}\nstderr:\n${last(stderr)}\n`);
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktopOptions: [{}, { option: true, scope: 'worker' }],
  system: ['shared', { option: true, scope: 'worker' }],
  desktop: [
    async ({ desktopOptions, system }, use, { project }) => {
      // Other projects do not depend on installed packages, and would keep these waiting.
      const unlock = project.name === 'busy' ? await lockSystem(system) : () => {};
      const desktop = await startDesktop(desktopOptions);
      await use(desktop);
      await desktop.stop();
      unlock();
    },
    // Another test run on this machine may be installing its package.
    { scope: 'worker', timeout: 15 * 60_000 },
  ],
  launch: async ({ desktop }, use, info) => {
    const apps: DrivenApp[] = [];
    await use(async (options = {}) => {
      const app = await launchApp({ desktop, ...options });
      apps.push(app);
      return app;
    });
    if (info.status !== info.expectedStatus) for (const app of apps) printOutput(app);
    for (const app of apps) await app.quit();
  },
  spawn: async ({ desktop }, use, info) => {
    const apps: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await spawnApp({ desktop, ...options });
      apps.push(app);
      return app;
    });
    if (info.status !== info.expectedStatus) for (const app of apps) printOutput(app);
    for (const app of apps) await app.quit();
  },
  findTray: async ({ desktop }, use) => {
    const trays: Tray[] = [];
    await use(async () => {
      const tray = await Tray.find(desktop);
      trays.push(tray);
      return tray;
    });
    for (const tray of trays) tray.close();
  },
  notifications: async ({ desktop }, use) => {
    const seen = await Notifications.watch(desktop);
    // Notifications of an earlier app would be in the way.
    if (desktop.options.notificationServer === 'dunst') await seen.dismissAll();
    await use(seen);
    if (desktop.options.notificationServer === 'dunst') await seen.dismissAll();
    seen.close();
  },
  picture: async ({ desktop }, use, info) => {
    await use(async (name, region) => {
      const path = resolve(info.outputDir, `${name}.png`);
      mkdirSync(info.outputDir, { recursive: true });
      await desktop.screenshot(path, region);
      return path;
    });
  },
});
