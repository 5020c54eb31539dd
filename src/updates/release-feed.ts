import { type AppUpdater, DebUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import { MINUTE } from '../domain/time.ts';
import type { Log } from '../logging/log.ts';
import type { AppImage } from '../startup/app-image.ts';
import { withTimeout } from '../timers/with-timeout.ts';
import { CarefulAppImageUpdater } from './app-image-updater.ts';
import { guardRequests } from './guarded-requests.ts';
import type { Releases } from './update-watch.ts';

/** The repository whose published releases are offered. */
const published = { provider: 'github', owner: 'octoglance', repo: 'OctoGlance' } as const;

/** electron-updater itself waits forever. */
const longest = { look: MINUTE, download: 60 * MINUTE } as const;

/** Characters of what electron-updater says that come into the log: its errors hold all of what a server sent. */
const longestText = 200;

/**
 * The releases on GitHub, or at `address` in a test, read by electron-updater. `image` is the AppImage to replace, or null. A download is held against the SHA-512 that
 * the feed names, and put in the place of the app when it ends; nothing is ever downgraded or restarted. Loading it and
 * Chromium's network, which it uses, costs memory until the app ends.
 */
export function openReleaseFeed(address: URL | null, image: AppImage | null, log: Log): Releases {
  const updater = createUpdater(image);
  const briefly = (text: unknown) => `Updates: ${String(text).slice(0, longestText)}`;
  updater.logger = {
    info: (text) => log.info(briefly(text)),
    warn: (text) => log.warn(briefly(text)),
    error: (text) => log.warn(briefly(text)),
  };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  // A whole download is one request, and its hash is that of the file.
  updater.disableDifferentialDownload = true;
  updater.setFeedURL(address === null ? published : { provider: 'generic', url: address.href });
  const guard = guardRequests(updater, address);
  // Each failure rejects as well, and an event that nobody hears would be thrown.
  updater.on('error', () => {});
  let announcedBytes: number | null = null;
  return {
    newer: async () => {
      guard.begin();
      const found = await withTimeout(longest.look, updater.checkForUpdates()).finally(guard.end);
      if (found?.isUpdateAvailable !== true) return null;
      announcedBytes = largest(found.updateInfo.files);
      return plainVersion(found.updateInfo.version);
    },
    download: async () => {
      guard.begin(announcedBytes);
      await withTimeout(longest.download, updater.downloadUpdate()).finally(guard.end);
    },
  };
}

/** electron-updater's own choice goes by a file that only some packages have. */
function createUpdater(image: AppImage | null): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  if (process.platform === 'darwin') return new MacUpdater();
  return image === null ? new DebUpdater() : new CarefulAppImageUpdater(image);
}

/** Bytes of the largest file that a release names; null where it says nothing of use. */
function largest(files: readonly { readonly size?: unknown }[]): number | null {
  const sizes = files.map(({ size }) => size).filter((size) => Number.isSafeInteger(size)) as number[];
  const most = Math.max(0, ...sizes);
  return most > 0 ? most : null;
}

/** It is shown to the user, and comes from outside. */
function plainVersion(version: string): string {
  const [plain] = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.exec(version) ?? [];
  if (plain === undefined) throw new Error('The feed names no plain version');
  return plain;
}
