import { app, clipboard } from 'electron';
import type { NewConnection } from '../connections/connections.ts';
import type { SignInFlow, SignInNews } from '../connections/sign-in-flow.ts';
import { offOnPurposeButton } from '../domain/alert-buttons.ts';
import type { Alert } from '../domain/alerts/alert.ts';
import { heldBackText } from '../domain/held-back-text.ts';
import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import { shownName } from '../domain/readable-name.ts';
import type { SnoozeLength } from '../domain/snooze.ts';
import type { Words } from '../domain/words/words.ts';
import type { AddAnswer, Answer, Intent, KeepSecret, LinkName, RefreshAnswer } from '../ipc/contract.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { Links } from '../octoeverywhere/links.ts';
import { localPage } from '../octoeverywhere/local-page.ts';
import type { BrowserLinks } from './browser/browser-links.ts';
import type { TrayCommand } from './tray-menu.ts';

export interface CommandParts {
  readonly fleet: Fleet;
  readonly monitor: Monitor;
  readonly signIn: SignInFlow;
  readonly tellOfSignIn: (news: SignInNews) => void;
  readonly showWindow: (intent: Intent) => void;
  readonly links: Links;
  readonly browser: BrowserLinks;
  readonly readPasted: (text: string) => NewConnection | Message;
  /** The user wants the keychain tried again now. */
  readonly askKeychainAgain: () => void;
  /** Says what went wrong where there is no window to say it in. */
  readonly say: (message: Message) => void;
  readonly mute: (printer: PrinterId, muted: boolean) => Promise<Answer>;
  readonly setOffOnPurpose: (printer: PrinterId, off: boolean) => Promise<Answer>;
  readonly setOftenOff: (printer: PrinterId, often: boolean) => Promise<Answer>;
  readonly snooze: (length: SnoozeLength | 'end') => Promise<Answer>;
  readonly clockTime: (at: number) => string;
  /** The present, UTC. */
  readonly now: () => number;
  readonly words: () => Words;
}

/** What the user can do, whether from the tray, from a notification or in the window. */
export class Commands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** A click in the tray menu. */
  run(command: TrayCommand): void {
    switch (command.do) {
      case 'open-printer':
        void this.openPrinter(command.printer).then((answer) => this.#sayIfRefused(answer));
        return;
      case 'refresh':
        this.#sayWhoWaits(this.refresh(command.printer));
        return;
      case 'refresh-all':
        this.#sayWhoWaits(this.refresh(null));
        return;
      case 'copy-local-ip':
        void this.copyLocalIp(command.printer).then((answer) => this.#sayIfRefused(answer));
        return;
      case 'reconnect':
        void this.signInAgain(command.printer);
        return;
      case 'mute':
      case 'unmute':
        void this.#parts.mute(command.printer, command.do === 'mute').then((answer) => this.#sayIfRefused(answer));
        return;
      case 'off-on-purpose':
        void this.#parts.setOffOnPurpose(command.printer, command.wanted).then((answer) => this.#sayIfRefused(answer));
        return;
      case 'often-off':
        void this.#parts.setOftenOff(command.printer, command.wanted).then((answer) => this.#sayIfRefused(answer));
        return;
      case 'snooze':
        void this.#parts.snooze(command.length).then((answer) => this.#sayIfRefused(answer));
        return;
      case 'add-printer':
        this.#parts.showWindow({ show: 'connect', printer: null, way: 'choose' });
        return;
      case 'show-window':
        this.#parts.showWindow({ show: 'printers' });
        return;
      case 'show-settings':
        this.#parts.showWindow({ show: 'settings' });
        return;
      case 'quit':
        app.quit();
        return;
    }
  }

  /** The one thing to do about what a notification told, or what its `button` says; about several things, the window. */
  async follow(alerts: readonly Alert[], button: string | null): Promise<void> {
    const [alert] = alerts;
    const [switchedOff] = alert?.printers ?? [];
    if (button === offOnPurposeButton && switchedOff !== undefined) {
      this.#sayIfRefused(await this.#parts.setOffOnPurpose(switchedOff, true));
      return;
    }
    if (alert === undefined || alerts.length > 1) {
      this.#parts.showWindow({ show: 'printers' });
      return;
    }
    const [printer] = alert.printers;
    const single = alert.printers.length === 1 && printer !== undefined;
    switch (alert.kind) {
      case 'disconnected':
      case 'recovered':
      case 'unstable':
      case 'reconnect-healed':
      case 'update-needed': {
        const opened = single ? await this.openPrinter(printer) : null;
        if (opened?.ok !== true) this.#parts.showWindow({ show: 'printers' });
        return;
      }
      case 'reconnect-needed':
        if (single) await this.signInAgain(printer);
        else this.#parts.showWindow({ show: 'printers' });
        return;
      case 'perks-needed':
        this.#sayIfRefused(this.openLink('perks'));
        return;
      case 'perks-restored':
      case 'service-unreachable':
      case 'service-reachable':
        this.#parts.showWindow({ show: 'printers' });
        return;
    }
  }

  refresh(printer: PrinterId | null): RefreshAnswer {
    this.#parts.askKeychainAgain();
    const { fleet, monitor, now, clockTime } = this.#parts;
    const words = this.#parts.words();
    const held = monitor.refresh(printer);
    if (held.length === 0) return { ok: true, told: null };
    const waiting = held.map(({ printer: id, until }) => {
      return { name: shownName(fleet.get(id)?.printer.name ?? '', words), until };
    });
    const reachesOthers = held.length < (printer === null ? fleet.size() : 1);
    const message = heldBackText(waiting, reachesOthers, now(), clockTime, words);
    return reachesOthers ? { ok: true, told: message } : { ok: false, message };
  }

  async openPrinter(printer: PrinterId): Promise<Answer> {
    const page = this.#parts.links.printerPage(this.#parts.fleet.get(printer)?.info?.printerUrl ?? null);
    const words = this.#parts.words();
    return page === null ? { ok: false, message: words.deeds.noPage } : this.#parts.browser.open(page);
  }

  async openLocalPage(printer: PrinterId): Promise<Answer> {
    const page = localPage(this.#parts.fleet.get(printer)?.info?.localIp ?? null);
    const words = this.#parts.words();
    return page === null ? { ok: false, message: words.deeds.noLocalPage } : this.#parts.browser.open(page);
  }

  openLink(name: LinkName): Answer {
    return this.#parts.browser.open(this.#parts.links.link(name));
  }

  async copyLocalIp(printer: PrinterId): Promise<Answer> {
    const localIp = this.#parts.fleet.get(printer)?.info?.localIp ?? null;
    if (localIp === null) return { ok: false, message: this.#parts.words().deeds.noLocalIp };
    // Resolves to a promise from Electron 44 on.
    await clipboard.writeText(localIp);
    return { ok: true };
  }

  /** Opens the portal for a printer that has to be connected again, and the window with what to do there. */
  async signInAgain(printer: PrinterId): Promise<void> {
    const started = this.#parts.signIn.start(printer);
    this.#parts.showWindow({ show: 'connect', printer, way: 'sign-in' });
    const answer = await started;
    if (!answer.ok) this.#parts.tellOfSignIn({ news: 'failed', printer, message: answer.message });
  }

  /** Connects a new printer (null), or `printer` again, with what the user pasted. */
  async connectPasted(printer: PrinterId | null, pasted: string, keep: KeepSecret): Promise<AddAnswer> {
    const read = this.#parts.readPasted(pasted);
    if (!('secret' in read)) return { ok: false, message: read, canKeepUntilQuit: false };
    return this.#parts.signIn.takePasted(printer, read, keep);
  }

  #sayWhoWaits(answer: RefreshAnswer): void {
    const message = answer.ok ? answer.told : answer.message;
    if (message !== null) this.#parts.say(message);
  }

  #sayIfRefused(answer: Answer): void {
    if (!answer.ok) this.#parts.say(answer.message);
  }
}
