import type { AppUpdater } from 'electron-updater';
import type { Log } from '../logging/log.ts';
import type { Releases } from '../updates/update-watch.ts';

/** The repository whose published releases are offered. */
const published = { provider: 'github', owner: 'octoglance', repo: 'OctoGlance' } as const;

/**
 * The releases on GitHub, or at `address` in a test, read by electron-updater. A download is held against the SHA-512 that
 * the feed names, and put in the place of the app when it ends; nothing is ever downgraded or restarted. Loading it and
 * Chromium's network, which it uses, costs memory until the app ends. Rejects when it cannot be loaded.
 */
export async function openReleaseFeed(address: URL | null, log: Log): Promise<Releases> {
  const updater = await createUpdater();
  updater.logger = {
    info: (text) => log.info(`Updates: ${text}`),
    warn: (text) => log.warn(`Updates: ${text}`),
    error: (text) => log.warn(`Updates: ${text}`),
  };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  // A whole download is one request, and its hash is that of the file.
  updater.disableDifferentialDownload = true;
  updater.setFeedURL(address === null ? published : { provider: 'generic', url: address.href });
  // Each failure rejects as well, and an event that nobody hears would be thrown.
  updater.on('error', () => {});
  return {
    newer: async () => {
      const found = await updater.checkForUpdates();
      return found?.isUpdateAvailable === true ? plainVersion(found.updateInfo.version) : null;
    },
    download: async () => {
      await updater.downloadUpdate();
    },
  };
}

/** electron-updater's own choice goes by a file that only some packages have. */
async function createUpdater(): Promise<AppUpdater> {
  const { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  if (process.platform === 'win32') return new NsisUpdater();
  if (process.platform === 'darwin') return new MacUpdater();
  return process.env['APPIMAGE'] === undefined ? new DebUpdater() : new AppImageUpdater();
}

/** It is shown to the user, and comes from outside. */
function plainVersion(version: string): string {
  const [plain] = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.exec(version) ?? [];
  if (plain === undefined) throw new Error('The feed names no plain version');
  return plain;
}
