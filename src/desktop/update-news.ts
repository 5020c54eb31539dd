import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { installationOf, type UpdateState } from '../domain/updates.ts';
import type { Log } from '../logging/log.ts';
import { oneTimer } from '../monitor/one-timer.ts';
import type { Notices } from '../notices.ts';
import type { Stores } from '../storage/stores.ts';
import { readFeedAddress } from '../updates/feed-address.ts';
import { UpdateWatch } from '../updates/update-watch.ts';

export interface UpdateNewsParts {
  readonly stores: Pick<Stores, 'settings' | 'updates'>;
  readonly log: Log;
  readonly notices: Notices;
  readonly changed: () => void;
}

const notice = 'update';

/** Watches for newer releases and says in the window what comes of it; null for a checkout, which has none. */
export function watchForUpdates({ stores, log, notices, changed }: UpdateNewsParts): UpdateWatch | null {
  const installation = installationOf({
    platform: process.platform,
    packaged: app.isPackaged,
    replaceableAppImage: isReplaceable(process.env['APPIMAGE']),
    hasUninstaller: existsSync(join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`)),
  });
  if (installation === 'none') return null;
  return new UpdateWatch({
    installation,
    releases: async () => (await import('./release-feed.ts')).openReleaseFeed(readFeedAddress(process.env), log),
    wanted: () => stores.settings.settings().lookForUpdates,
    lookedAt: () => stores.updates.lookedAt(),
    keepLookedAt: (at) => void stores.updates.save(at),
    now: Date.now,
    timer: oneTimer(),
    changed: (state) => {
      tellInWindow(state, notices);
      changed();
    },
    // Errors of electron-updater hold all of what a server sent.
    failed: (error) => log.warn(`Looking for updates failed: ${String(error).slice(0, 200)}`),
  });
}

/** A file is replaced by its folder; `file` is absolute, undefined for none. */
function isReplaceable(file: string | undefined): boolean {
  if (file === undefined) return false;
  try {
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function tellInWindow(state: UpdateState, notices: Notices): void {
  if (state.kind !== 'ready' && state.kind !== 'available') return;
  const { kind, version } = state;
  notices.add({ id: notice, severity: 'info', dismissable: true, say: ({ updates }) => updates[kind](version) });
}
