import type { PrinterList } from '../connections/printer-list.ts';
import type { SignInFlow } from '../connections/sign-in-flow.ts';
import type { LinkName } from '../contract/contract.ts';
import { quitApp } from '../desktop/lifecycle/quit.ts';
import type { Notifier } from '../desktop/notifications/notifier.ts';
import type { TrayCommand } from '../desktop/tray/menu-entry.ts';
import { copyText } from '../desktop/window/clipboard.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { AddResult, KeepSecret, RefreshResult, RequestResult } from '../domain/results.ts';
import type { Instant } from '../domain/time.ts';
import { heldBackText } from '../i18n/held-back-text.ts';
import type { Messages } from '../i18n/messages.ts';
import { shownName } from '../i18n/printer-name.ts';
import type { Keychain } from '../keychain/secret-store.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { Links } from '../octoeverywhere/links.ts';
import { localPage } from '../octoeverywhere/local-page.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { AppPortal } from './app-portal.ts';
import type { BrowserLinks } from './browser-links.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { Overview } from './overview.ts';
import type { SignInNotifier } from './sign-in-notifier.ts';

export interface UserActionsParts {
  readonly fleet: Fleet;
  readonly monitor: Monitor;
  readonly signIn: SignInFlow;
  readonly signInNotifier: SignInNotifier;
  readonly portal: Pick<AppPortal, 'readPasted'>;
  readonly list: PrinterList;
  readonly quiet: DoNotDisturb;
  readonly window: Pick<AppWindow, 'show' | 'toggle' | 'staysOpen'>;
  readonly links: Links;
  readonly browser: BrowserLinks;
  readonly notifier: Notifier;
  readonly settings: SettingsStore;
  /** Null in the demo, whose secrets are in memory. */
  readonly keychain: Pick<Keychain, 'tryAgain'> | null;
  readonly overview: Overview;
  readonly messages: () => Messages;
}

/** Everything the user can do from the tray, a notification or the window. */
export class UserActions {
  readonly #parts: UserActionsParts;

  constructor(parts: UserActionsParts) {
    this.#parts = parts;
  }

  /** Runs a command from the tray menu. */
  run(command: TrayCommand): void {
    const { list, quiet } = this.#parts;
    switch (command.do) {
      case 'open-printer':
        this.#openPrinterOrShow(command.printer);
        return;
      case 'refresh':
        this.#sayWhoWaits(this.refresh(command.printer));
        return;
      case 'refresh-all':
        this.#sayWhoWaits(this.refresh(null));
        return;
      case 'copy-local-ip':
        void this.copyLocalIp(command.printer).then((result) => this.sayIfRefused(result));
        return;
      case 'reconnect':
        void this.signInAgain(command.printer);
        return;
      case 'mute':
      case 'unmute':
        void list.mute(command.printer, command.do === 'mute').then((result) => this.sayIfRefused(result));
        return;
      case 'off-on-purpose':
        void list.setOffOnPurpose(command.printer, command.wanted).then((result) => this.sayIfRefused(result));
        return;
      case 'often-off':
        void list.setOftenOff(command.printer, command.wanted).then((result) => this.sayIfRefused(result));
        return;
      case 'snooze':
        void quiet.snooze(command.length).then((result) => this.sayIfRefused(result));
        return;
      case 'add-printer':
        this.#parts.window.show({ show: 'connect', printer: null, way: 'choose' });
        return;
      case 'toggle-window':
        this.#parts.window.toggle(command.at);
        return;
      case 'show-window':
        this.#parts.window.show({ show: 'printers' });
        return;
      case 'show-settings':
        this.#parts.window.show({ show: 'settings' });
        return;
      case 'quit':
        quitApp();
        return;
    }
  }

  refresh(printer: PrinterId | null): RefreshResult {
    return this.#refreshed(printer === null ? this.#parts.fleet.size() : 1, () => this.#parts.monitor.refresh(printer));
  }

  refreshSeveral(printers: readonly PrinterId[]): RefreshResult {
    return this.#refreshed(printers.length, () => this.#parts.monitor.refreshSeveral(printers));
  }

  /** Checks `count` printers, and names those that have to wait. */
  #refreshed(count: number, refresh: () => ReturnType<Monitor['refresh']>): RefreshResult {
    const { fleet, monitor, keychain, overview } = this.#parts;
    // The user asks for another try now.
    keychain?.tryAgain();
    const messages = this.#parts.messages();
    const held = refresh();
    if (held.length === 0) return { ok: true, message: null };
    const waiting = held.map(({ printer: id, until }) => {
      return { name: shownName(fleet.get(id)?.printer.name ?? '', messages), until };
    });
    const formatMoment = (at: Instant) => overview.momentText(at + fleet.clockAhead());
    const reachesOthers = held.length < count;
    const message = heldBackText(waiting, reachesOthers, monitor.now(), formatMoment, messages);
    return reachesOthers ? { ok: true, message } : { ok: false, message };
  }

  async openPrinter(printer: PrinterId): Promise<RequestResult> {
    const page = this.#parts.links.printerPage(this.#parts.fleet.get(printer)?.info?.printerUrl ?? null);
    const messages = this.#parts.messages();
    return page === null ? { ok: false, message: messages.errors.noPage } : this.#parts.browser.open(page);
  }

  async openLocalPage(printer: PrinterId): Promise<RequestResult> {
    const page = localPage(this.#parts.fleet.get(printer)?.info?.localIp ?? null);
    const messages = this.#parts.messages();
    return page === null ? { ok: false, message: messages.errors.noLocalPage } : this.#parts.browser.open(page);
  }

  openLink(name: LinkName): RequestResult {
    return this.#parts.browser.open(this.#parts.links.link(name));
  }

  async copyLocalIp(printer: PrinterId): Promise<RequestResult> {
    const localIp = this.#parts.fleet.get(printer)?.info?.localIp ?? null;
    if (localIp === null) return { ok: false, message: this.#parts.messages().errors.noLocalIp };
    await copyText(localIp);
    return { ok: true };
  }

  async copyName(printer: PrinterId): Promise<RequestResult> {
    await copyText(shownName(this.#parts.fleet.get(printer)?.printer.name ?? '', this.#parts.messages()));
    return { ok: true };
  }

  /** Opens the portal for a printer that needs to be reconnected, and the window with the instructions. */
  async signInAgain(printer: PrinterId): Promise<void> {
    const started = this.#parts.signIn.start(printer);
    this.#parts.window.show({ show: 'connect', printer, way: 'sign-in' });
    const result = await started;
    if (!result.ok) this.#parts.signInNotifier.notify({ event: 'failed', printer, message: result.message });
  }

  /**
   * Connects a new printer (null), or reconnects `printer`, with what the user pasted. If the window was closed
   * meanwhile, it opens again for a refusal or a question.
   */
  async connectPasted(printer: PrinterId | null, pasted: string, keep: KeepSecret): Promise<AddResult> {
    const { portal, signIn, window } = this.#parts;
    const read = portal.readPasted(pasted);
    if (!('secret' in read)) return { ok: false, message: read, canKeepUntilQuit: false };
    return signIn.takePasted(printer, read, keep, window.staysOpen());
  }

  /** Opens the printer's page, or the window at the printer if no page is known. */
  #openPrinterOrShow(printer: PrinterId): void {
    const { fleet, links, window } = this.#parts;
    const isKnown = links.printerPage(fleet.get(printer)?.info?.printerUrl ?? null) !== null;
    if (isKnown) void this.openPrinter(printer).then((result) => this.sayIfRefused(result));
    else window.show({ show: 'printer', printer });
  }

  #sayWhoWaits(result: RefreshResult): void {
    if (result.message !== null) this.#say(result.message);
  }

  /** Shows a notification if an action outside the window was refused. */
  sayIfRefused(result: RequestResult): void {
    if (!result.ok) this.#say(result.message);
  }

  #say({ title, text }: Message): void {
    const { notifier, settings } = this.#parts;
    void notifier.show('answer', { title, body: text, state: null }, { sound: settings.value().sound }, () => {});
  }
}
