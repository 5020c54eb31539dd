import { PrintRequests } from '../connections/print-requests.ts';
import { copyText } from '../desktop/window/clipboard.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { watchesPrints } from '../domain/printer.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { AppLog } from '../logging/log.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrintPorts } from '../monitor/ports.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';
import type { PrintStore } from '../storage/print-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { GadgetReports } from './gadget-reports.ts';
import { PrintControl } from './print-control.ts';
import { PrintNotifier, type PrintNotifierParts } from './print-notifier.ts';
import { PrintSharing } from './print-sharing.ts';
import { WebcamPictures } from './webcam-pictures.ts';

export interface PrintServiceParts extends Omit<PrintNotifierParts, 'webcams'> {
  readonly fleet: Fleet;
  readonly settings: SettingsStore;
  readonly tokens: TokenCache;
  readonly plugin: PluginClient;
  /** Origin of OctoEverywhere's server. */
  readonly origin: URL;
  readonly store: PrintStore;
  readonly window: Pick<AppWindow, 'isOpen' | 'isSeen' | 'confirm' | 'show'>;
  readonly clock: Clock;
  readonly log: Pick<AppLog, 'hide'>;
}

/**
 * The app's part in watching prints: sends requests to the plugins, stores what must survive a restart, and shows
 * alerts.
 */
export class PrintService {
  readonly notifier: PrintNotifier;
  readonly #parts: PrintServiceParts;
  readonly gadget: GadgetReports;
  readonly control: PrintControl;
  readonly webcams: WebcamPictures;
  readonly sharing: PrintSharing;
  readonly #requests: PrintRequests;

  constructor(parts: PrintServiceParts) {
    this.#parts = parts;
    this.#requests = new PrintRequests({ ...parts, hide: (value) => parts.log.hide(value) });
    const asking = { ...parts, requests: this.#requests, messages: parts.language.messages };
    this.gadget = new GadgetReports(asking);
    this.control = new PrintControl(asking);
    this.webcams = new WebcamPictures(asking);
    const formatMoment = (at: Instant) => parts.overview.momentText(at);
    this.sharing = new PrintSharing({ ...asking, copy: copyText, formatMoment });
    this.notifier = new PrintNotifier({ ...parts, webcams: this.webcams });
  }

  /** The ports the monitor needs to watch prints. */
  ports(): PrintPorts {
    const { fleet, settings, tokens, store, window } = this.#parts;
    return {
      kept: store.value(),
      random: Math.random,
      ask: (printer, signal) => this.#requests.ask(printer, signal),
      isWatched: (printer) =>
        watchesPrints(settings.value(), fleet.get(printer)?.printer) && tokens.hasAccess(printer) !== false,
      isWindowOpen: () => window.isOpen(),
      kinds: () => settings.value().printTopics,
      show: (alert) => this.notifier.notify(alert),
      keep: (kept) => void store.save(kept),
    };
  }
}
