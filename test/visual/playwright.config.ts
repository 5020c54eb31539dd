import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '../..');

// Chromium only uses the fonts in this file, so that the pictures are the same on every computer.
process.env['FONTCONFIG_FILE'] = join(import.meta.dirname, 'fonts.conf');

export default defineConfig({
  testDir: '.',
  globalSetup: './site.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 180_000,
  forbidOnly: true,
  reporter: 'list',
  outputDir: join(root, 'test-results/look-differences'),
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // A new Chromium may draw the edges of a few letters slightly differently; a changed word or symbol exceeds this.
  // The time limit only matters on a busy computer: a picture is taken again until it is the same.
  expect: { timeout: 30_000, toHaveScreenshot: { maxDiffPixels: 60 } },
  use: {
    browserName: 'chromium',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        '--font-render-hinting=none',
        // Not drawn differently by each kind of processor.
        '--disable-skia-runtime-opts',
      ],
      // The browser's own texts, such as those of time fields.
      env: { ...process.env, LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', LC_ALL: '' },
    },
  },
});
