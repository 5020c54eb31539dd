import { type AppUpdater, DebUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import { fetchNoDictionaries } from '../desktop/network/no-dictionaries.ts';
import { MINUTE } from '../domain/time.ts';
import type { Log } from '../logging/log.ts';
import type { AppImage } from '../startup/app-image.ts';
import { withTimeout } from '../timers/with-timeout.ts';
import { CarefulAppImageUpdater } from './app-image-updater.ts';
import { guardRequests } from './guarded-requests.ts';
import type { Releases } from './update-watch.ts';

/** The repository whose published releases are offered. */
const published = { provider: 'github', owner: 'octoglance', repo: 'OctoGlance' } as const;

/** electron-updater itself has no timeouts. */
const longest = { check: MINUTE, download: 60 * MINUTE } as const;

/**
 * Maximum length of electron-updater's messages in the log, in characters: its errors contain the server's entire
 * response.
 */
const longestText = 200;

/**
 * The releases on GitHub, or at `address` in a test, read by electron-updater. `image` is the AppImage to replace, or
 * null. A download is verified against the SHA-512 in the feed and installed when the app quits; it never downgrades or
 * restarts. Loading electron-updater and Chromium's network, which it uses, costs memory until the app quits.
 */
export function openReleaseFeed(address: URL | null, image: AppImage | null, log: Log): Releases {
  const updater = createUpdater(image);
  fetchNoDictionaries(updater.netSession);
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
  // A complete download is one request, and its hash is the file's.
  updater.disableDifferentialDownload = true;
  updater.setFeedURL(address === null ? published : { provider: 'generic', url: address.href });
  const guard = guardRequests(updater, address);
  // Each failure also rejects, and an error event without a listener would throw.
  updater.on('error', () => {});
  let announcedBytes: number | null = null;
  return {
    newer: async () => {
      guard.begin();
      const found = await withTimeout(longest.check, updater.checkForUpdates()).finally(guard.end);
      if (found?.isUpdateAvailable !== true) return null;
      announcedBytes = largest(found.updateInfo.files);
      return plainVersion(found.updateInfo.version);
    },
    download: async () => {
      guard.begin(announcedBytes);
      await withTimeout(longest.download, updater.downloadUpdate()).finally(guard.end);
    },
    leaveUninstalled: () => {
      updater.autoInstallOnAppQuit = false;
    },
  };
}

/** electron-updater's own choice depends on a file that only some packages contain. */
function createUpdater(image: AppImage | null): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  if (process.platform === 'darwin') return new MacUpdater();
  return image === null ? new DebUpdater() : new CarefulAppImageUpdater(image);
}

/** Size of the largest file in a release, in bytes; null if it isn't stated. */
function largest(files: readonly { readonly size?: unknown }[]): number | null {
  const sizes = files.map(({ size }) => size).filter((size) => Number.isSafeInteger(size)) as number[];
  const most = Math.max(0, ...sizes);
  return most > 0 ? most : null;
}

/** The version comes from outside and is shown to the user. */
function plainVersion(version: string): string {
  const [plain] = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.exec(version) ?? [];
  if (plain === undefined) throw new Error('The feed names no plain version');
  return plain;
}
