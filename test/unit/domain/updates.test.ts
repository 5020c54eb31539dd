import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time.ts';
import { installationOf, isNewerVersion, nextCheckAt } from '../../../src/domain/updates.ts';

const start = Date.UTC(2026, 6, 1, 12);

describe('The next check for updates', () => {
  it.each([
    ['the first of all, some time after the start', null, null, start, start + 10 * MINUTE],
    ['a day after the last one', start - HOUR, null, start + HOUR, start + 23 * HOUR],
    ['some time after a start that was a long time coming', start - 9 * DAY, null, start, start + 10 * MINUTE],
    ['hours after one that failed', start + HOUR, start + HOUR, start + 2 * HOUR, start + 5 * HOUR],
    ['soon when the clock was set back', start + 400 * DAY, null, start + HOUR, start + 10 * MINUTE],
    ['soon when it failed before the clock was set back', start + 9 * DAY, start + 9 * DAY, start, start + 10 * MINUTE],
  ])('is %s', (_when, lastCheckedAt, failedAt, now, expected) => {
    expect(nextCheckAt(lastCheckedAt, failedAt, start, now)).toBe(expected);
  });

  it('is never more often than every few hours, and always within a day', () => {
    const moment = fc.integer({ min: start - 90 * DAY, max: start + 90 * DAY });
    fc.assert(
      fc.property(fc.option(moment), fc.option(moment), fc.nat({ max: 90 * DAY }), (lastCheckedAt, failedAt, later) => {
        const now = start + later;
        const due = nextCheckAt(lastCheckedAt, failedAt, start, now);
        expect(due).toBeLessThanOrEqual(now + DAY);
        expect(due).toBeGreaterThanOrEqual(start + 10 * MINUTE);
        if (failedAt !== null && failedAt <= now) expect(due).toBeGreaterThanOrEqual(failedAt + 4 * HOUR);
      }),
    );
  });
});

const here = { platform: 'linux', packaged: true, replaceableAppImage: false, hasUninstaller: false } as const;

it.each([
  ['a checkout', { ...here, packaged: false, replaceableAppImage: true }, 'none'],
  ['an AppImage', { ...here, replaceableAppImage: true }, 'replaces-itself'],
  ['a .deb, .rpm or .tar.gz, or an AppImage in a folder of the system', here, 'notify-only'],
  ['the Windows installer', { ...here, platform: 'win32', hasUninstaller: true }, 'replaces-itself'],
  ['the Windows .zip', { ...here, platform: 'win32' }, 'notify-only'],
  ['macOS', { ...here, platform: 'darwin' }, 'notify-only'],
] as const)('an update for %s is installed that way', (_how, surroundings, installation) => {
  expect(installationOf(surroundings)).toBe(installation);
});

describe('a newer version', () => {
  it.each([
    ['0.3.0', '0.2.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.2.0', '0.2.0', false],
    ['0.2.0', '0.3.0', false],
    ['0.2.1', 'broken', false],
    ['', '0.2.0', false],
  ])('%s after %s: %s', (version, other, newer) => expect(isNewerVersion(version, other)).toBe(newer));
});
