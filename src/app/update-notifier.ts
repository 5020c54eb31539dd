import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageKind } from '../desktop/integration/package-kind.ts';
import { runTool } from '../desktop/integration/run-tool.ts';
import { appVersion, hasUninstaller, isPackaged } from '../desktop/lifecycle/installation.ts';
import { type Clock, SECOND } from '../domain/time.ts';
import { updateSteps } from '../domain/update-steps.ts';
import { installationOf, isNewerVersion, leadsToAnother, type UpdateState } from '../domain/updates.ts';
import type { Log } from '../logging/log.ts';
import { type AppImage, isLasting, isUnchanged } from '../startup/app-image.ts';
import type { Stores } from '../storage/stores.ts';
import type { UpdateStore } from '../storage/update-store.ts';
import { oneTimer } from '../timers/one-timer.ts';
import { readFeedAddress } from '../updates/feed-address.ts';
import { watchInstalledVersion } from '../updates/installed-version.ts';
import { removeLeftCopy } from '../updates/left-copy.ts';
import { UpdateWatch } from '../updates/update-watch.ts';
import type { Notices } from './notices.ts';

export interface UpdateNotifierParts {
  readonly stores: Pick<Stores, 'settings' | 'updates'>;
  readonly log: Log;
  readonly notices: Notices;
  /** The running AppImage, or null. */
  readonly image: AppImage | null;
  readonly clock: Pick<Clock, 'now'>;
}

const notice = 'update';

/** rpm reads its database, which can take seconds on a slow disk. */
const askPackager = (program: string, args: readonly string[]) => runTool(program, args, process.env, 5 * SECOND);

/** Checks for new releases and shows the result in the window. Null for a checkout, which has no releases. */
export function watchForUpdates({ stores, log, notices, image, clock }: UpdateNotifierParts): UpdateWatch | null {
  sayWhatIsNew(stores.updates, notices, appVersion());
  const installation = installationOf({
    platform: process.platform,
    packaged: isPackaged(),
    replaceableAppImage: image !== null && updatesItself() && isReplaceable(image),
    hasUninstaller: hasUninstaller(),
  });
  if (installation === 'none') return null;
  if (image !== null) removeLeftCopy(image.file, clock.now());
  const watch = new UpdateWatch({
    installation,
    // On Windows the installer runs after the app has quit and would find it running again.
    canRestart: process.platform === 'linux',
    steps: async (version) =>
      updateSteps(
        await packageKind({
          platform: process.platform,
          executable: process.execPath,
          isAppImage: image !== null || !isLasting(process.execPath),
          output: askPackager,
        }),
        version,
        process,
      ),
    canReplace: () => image === null || isReplaceable(image),
    releases: async () =>
      (await import('../updates/release-feed.ts')).openReleaseFeed(readFeedAddress(process.env), image, log),
    wanted: () => stores.settings.value().lookForUpdates,
    lastCheckedAt: () => stores.updates.value().lastCheckedAt,
    saveLastCheckedAt: (at) => void stores.updates.save({ ...stores.updates.value(), lastCheckedAt: at }),
    clock,
    timer: oneTimer(),
    // Errors from electron-updater contain the server's entire response.
    failed: (error) => log.warn(`Couldn't check for updates: ${String(error).slice(0, 200)}`),
  });
  watch.onChange((state) => showUpdateInWindow(state, notices));
  // An AppImage replaces itself, and Windows and macOS don't let a running program be replaced like this. From the
  // source the program is Electron, whose version is another.
  if (process.platform === 'linux' && image === null && isPackaged())
    watchInstalledVersion({
      executable: process.execPath,
      running: appVersion(),
      printedVersion: (program) => runTool(program, versionArguments(process.argv), process.env, 10 * SECOND),
      timer: oneTimer(),
      found: (version) => watch.installed(version),
    });
  return watch;
}

/** Without a sandbox (as root Chromium refuses to start with one), if this app runs without one, too. */
function versionArguments(argv: readonly string[]): readonly string[] {
  return [...argv.filter((argument) => argument === '--no-sandbox'), '--version'];
}

/** After an update, shows what is new in this version until the user has read it. */
export function sayWhatIsNew(store: Pick<UpdateStore, 'value' | 'save'>, notices: Notices, version: string): void {
  const before = store.value().ranVersion;
  const read = () => void store.save({ ...store.value(), ranVersion: version });
  if (before === null || !isNewerVersion(version, before)) {
    if (before !== version) read();
    return;
  }
  notices.add({
    id: 'whats-new',
    severity: 'info',
    dismissable: true,
    help: 'whats-new',
    say: ({ updates }) => updates.updated(version),
    dismissed: read,
  });
}

/** Whether this package updates itself: only those contain electron-updater's file. */
function updatesItself(): boolean {
  return existsSync(join(process.resourcesPath, 'app-update.yml'));
}

/**
 * Whether the AppImage is unchanged since the start and may be written to. Replacing it needs write access to its
 * folder.
 */
function isReplaceable(image: AppImage): boolean {
  try {
    accessSync(dirname(image.file), constants.W_OK);
    accessSync(image.file, constants.W_OK);
    // Root can always write; a file that is read-only for everyone is not meant to be replaced.
    return (statSync(image.file).mode & 0o222) !== 0 && isUnchanged(image, process.execPath);
  } catch {
    return false;
  }
}

function showUpdateInWindow(state: UpdateState, notices: Notices): void {
  if (state.kind !== 'ready' && state.kind !== 'available' && state.kind !== 'installed') return;
  const { kind, version } = state;
  const help = leadsToAnother(state) ? { help: 'restart' as const } : {};
  notices.add({
    ...help,
    id: notice,
    severity: 'info',
    dismissable: true,
    say: ({ updates }) => updates[kind](version),
  });
}
