import type { PrintRequests } from '../connections/print-requests.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { watchesPrints } from '../domain/printer.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrintPorts } from '../monitor/ports.ts';
import type { PrintStore } from '../storage/print-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { PrintNotifier } from './print-notifier.ts';

export interface PrintServiceParts {
  readonly fleet: Fleet;
  readonly settings: SettingsStore;
  readonly custody: Pick<TokenCache, 'hasAccess'>;
  readonly printRequests: PrintRequests;
  readonly printNotifier: PrintNotifier;
  readonly store: PrintStore;
  readonly window: Pick<AppWindow, 'isOpen'>;
}

/** What the monitor needs to watch over prints, out of the parts of the app. */
export function printPorts(parts: PrintServiceParts): PrintPorts {
  const { fleet, settings, custody, store } = parts;
  return {
    kept: store.value(),
    random: Math.random,
    ask: (printer, signal) => parts.printRequests.ask(printer, signal),
    isWatched: (printer) =>
      watchesPrints(settings.value(), fleet.get(printer)?.printer) && custody.hasAccess(printer) !== false,
    isWindowOpen: () => parts.window.isOpen(),
    kinds: () => settings.value().printTopics,
    show: (alert) => parts.printNotifier.notify(alert),
    keep: (kept) => void store.save(kept),
  };
}
