import { afterEach, expect, it, vi } from 'vitest';

const made = vi.hoisted(() => ({ updaters: [] as { autoInstallOnAppQuit: boolean }[] }));
vi.mock('electron-updater', () => {
  class Updater {
    autoInstallOnAppQuit = false;
    readonly netSession = {};
    readonly httpExecutor = { addRedirectHandlers() {}, createRequest() {}, doDownload() {} };
    constructor() {
      made.updaters.push(this);
    }
    on() {}
    setFeedURL() {}
  }
  return { BaseUpdater: Updater, DebUpdater: Updater, MacUpdater: Updater, NsisUpdater: Updater };
});
vi.mock('../../../src/desktop/network/no-dictionaries.ts', () => ({ fetchNoDictionaries() {} }));
const { openReleaseFeed } = await import('../../../src/updates/release-feed.ts');

const { platform } = process;
afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }));

it('A download is installed when the app quits, unless it is left for later', () => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  const releases = openReleaseFeed(null, null, { info() {}, warn() {}, error() {} } as never);
  const [updater] = made.updaters;
  expect(updater?.autoInstallOnAppQuit).toBe(true);
  releases.leaveUninstalled();
  expect(updater?.autoInstallOnAppQuit).toBe(false);
});
