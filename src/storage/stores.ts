import { join } from 'node:path';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { History } from '../domain/spans.ts';
import type { Instant } from '../domain/time.ts';
import { type AlertStateStore, nothingStored, openAlertStateStore } from './alert-state-store.ts';
import { createHistoryFiles, createMemoryHistory, type HistoryFiles } from './history-files.ts';
import { memoryDocument } from './memory-document.ts';
import { openPendingAdditions, type PendingAdditionsStore } from './pending-additions.ts';
import { openPendingDeletions, type PendingDeletionsStore } from './pending-deletions.ts';
import { createMemoryPrintHistory, createPrintHistoryFiles, type PrintHistoryFiles } from './print-history-files.ts';
import { openPrintStore, type PrintStore } from './print-store.ts';
import { openPrinterStore, type PrinterStore } from './printer-store.ts';
import { openRegionStore, type RegionStore } from './region-store.ts';
import { openSettingsStore, type SettingsStore } from './settings-store.ts';
import { openSignInStore, type SignInStore, type WaitingSignIn } from './sign-in-store.ts';
import type { StorageNotice } from './storage-notice.ts';
import type { WriteReport } from './unsaved-files.ts';
import { openUpdateStore, type UpdateStore } from './update-store.ts';
import { openWindowStore, type WindowStore } from './window-store.ts';

/** Everything the app stores in its profile. */
export interface Stores {
  readonly settings: SettingsStore;
  readonly printers: PrinterStore;
  readonly pendingDeletions: PendingDeletionsStore;
  readonly additions: PendingAdditionsStore;
  readonly signIn: SignInStore;
  readonly alerts: AlertStateStore;
  readonly prints: PrintStore;
  readonly window: WindowStore;
  readonly updates: UpdateStore;
  readonly region: RegionStore;
  /** Opens the history of the printers; `notify` is called with problems of its files, at any time. */
  history(notify: (notice: StorageNotice) => void): HistoryFiles;
  /** Opens the history of the prints, likewise. */
  printHistory(notify: (notice: StorageNotice) => void): PrintHistoryFiles;
  /** Problems found in the other files. */
  readonly notices: readonly StorageNotice[];
  /** Writes everything that is not on disk yet. Never rejects. */
  flush(): Promise<unknown>;
}

/** The demo's data, used in memory instead of the user's. */
export interface DemoContent {
  readonly printers: readonly Printer[];
  readonly history: ReadonlyMap<PrinterId, History>;
}

/**
 * Opens the stores in `folder` (absolute). With `demo` only the settings, the window, the update check and the region's formats
 * are stored there: the demo starts from scratch each time. `report` is called after every attempt to write. Never throws.
 */
export function openStores(
  folder: string,
  demo: DemoContent | null,
  now: () => Instant,
  report: WriteReport = () => {},
): Stores {
  const options = { folder, now, report };
  const settings = openSettingsStore(options);
  const printers = demo === null ? openPrinterStore(options) : memoryDocument(demo.printers);
  const pendingDeletions = demo === null ? openPendingDeletions(options) : memoryDocument<readonly PrinterId[]>([]);
  const additions = demo === null ? openPendingAdditions(options) : memoryDocument<readonly Printer[]>([]);
  const signIn = demo === null ? openSignInStore(options) : memoryDocument<WaitingSignIn | null>(null);
  const alerts = demo === null ? openAlertStateStore(options) : memoryDocument(nothingStored);
  const prints = demo === null ? openPrintStore(options) : memoryDocument({});
  const window = openWindowStore(options);
  const updates = openUpdateStore(options);
  const region = openRegionStore(options);
  const all = [settings, printers, pendingDeletions, additions, signIn, alerts, prints, window, updates, region];
  return {
    settings,
    printers,
    pendingDeletions,
    additions,
    signIn,
    alerts,
    prints,
    window,
    updates,
    region,
    history: (onNotice) =>
      demo === null
        ? createHistoryFiles({ folder: join(folder, 'history'), onNotice, report })
        : createMemoryHistory(demo.history),
    printHistory: (onNotice) =>
      demo === null
        ? createPrintHistoryFiles({ folder: join(folder, 'print-history'), onNotice, report })
        : createMemoryPrintHistory(),
    notices: all.flatMap((store) => store.notices),
    flush: () => Promise.all(all.map((store) => store.flush())),
  };
}
