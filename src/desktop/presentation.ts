import { alertButtons } from '../domain/alert-buttons.ts';
import { alertStates, alertText, summaryText } from '../domain/alert-words.ts';
import type { Alert } from '../domain/alerts/alert.ts';
import { type Glance, type GlanceNetwork, glanceOf, worstFirst } from '../domain/glance.ts';
import { glanceNetwork } from '../domain/network-sign-in.ts';
import type { Quiet } from '../domain/notification-policy.ts';
import type { KeychainTrouble } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { quietWords } from '../domain/quiet-words.ts';
import { briefName, shownName } from '../domain/readable-name.ts';
import { type AlertTopic, defaultSettings, type Settings } from '../domain/settings.ts';
import { isStale, shownStatus } from '../domain/shown-status.ts';
import type { StatusKind } from '../domain/status.ts';
import type { Instant } from '../domain/time.ts';
import { type Language, type Words, wordsIn } from '../domain/words/words.ts';
import type { Answer, Notice, PrinterView, Snapshot } from '../ipc/contract.ts';
import type { CanOpen } from '../ipc/snapshot.ts';
import type { Fleet, Member } from '../monitor/fleet.ts';
import type { StatusAnswer } from '../status-command/exchange.ts';
import { clockTime } from './clock-time.ts';
import type { Notifier } from './notifications/notifier.ts';
import { PrinterNotifications } from './notifications/printer-notifications.ts';
import { PrinterViews, sameInTray } from './printer-views.ts';
import { glanceLine, printerLine, type StatusStream } from './status-stream.ts';
import type { TrayIcon } from './tray.ts';
import { trayMenu } from './tray-menu.ts';
import type { AppWindow } from './window.ts';

/** The window is told of changes at most this often, in milliseconds; the eye sees no difference. */
const windowPace = 50;

export interface PresentationParts {
  readonly fleet: Fleet;
  readonly tray: TrayIcon;
  readonly stream: StatusStream | null;
  readonly window: AppWindow;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  readonly language: () => Language;
  readonly notices: (words: Words) => readonly Notice[];
  readonly signIn: () => Snapshot['signIn'];
  readonly updates: () => Snapshot['updates'];
  readonly canOpen: (member: Member) => CanOpen;
  readonly quiet: () => Quiet | null;
  readonly onNotificationClick: (alerts: readonly Alert[], button: string | null) => void;
  readonly now: () => number;
  readonly demo: boolean;
  readonly version: string;
}

/** Everything downstream of the fleet: it reads, and shows in the tray, on stdout, in notifications and in the window. */
export class Presentation {
  readonly #parts: PresentationParts;
  readonly #printerViews: PrinterViews;
  readonly #notifications: PrinterNotifications;
  #windowTimer: NodeJS.Timeout | null = null;
  /** Running time in milliseconds. */
  #sentAt = Number.NEGATIVE_INFINITY;
  #inTray: ReadonlyMap<PrinterId, PrinterView> = new Map();
  /** What the tray shows beside the printers; empty before the first time. */
  #aroundTray = '';

  constructor(parts: PresentationParts) {
    this.#parts = parts;
    this.#printerViews = new PrinterViews(parts.canOpen);
    this.#notifications = new PrinterNotifications(parts.notifier);
    parts.fleet.subscribe((changed) => this.#showChanges(changed));
  }

  /** Shows the present state; what did not change is not set again. */
  show(): void {
    const views = this.#views();
    this.#aroundTray = this.#around();
    this.#inTray = new Map(views.map((view) => [view.id, view]));
    const menu = trayMenu(this.#remarks(), views, this.#parts.quiet()?.why ?? null, this.#words());
    this.#parts.tray.show(this.#glance(), menu);
    this.#showElsewhere();
  }

  /** Most answers change nothing that the tray shows; with many printers to find that out must cost little. */
  #showChanges(changed: ReadonlySet<PrinterId>): void {
    for (const id of changed) if (this.#parts.fleet.get(id) === undefined) this.#printerViews.forget(id);
    const isNews = [...changed].some((id) => {
      const member = this.#parts.fleet.get(id);
      const before = this.#inTray.get(id);
      return member === undefined || before === undefined || !sameInTray(before, this.#view(member));
    });
    // When they are moved all of them count as changed.
    const mayBeMoved = changed.size > 1 && changed.size === this.#inTray.size;
    if (isNews || mayBeMoved || this.#around() !== this.#aroundTray) this.show();
    else this.#showElsewhere();
  }

  #showElsewhere(): void {
    this.#parts.stream?.show(this.#glance(), this.#parts.fleet.members().map(streamed));
    this.showInWindow();
  }

  /** Sends the window a new snapshot, if it is open: with the next turn, or a little later when one was sent just now. */
  showInWindow(): void {
    if (!this.#parts.window.isOpen() || this.#windowTimer !== null) return;
    const wait = this.#sentAt + windowPace - performance.now();
    this.#windowTimer = setTimeout(
      () => {
        this.#windowTimer = null;
        this.#sentAt = performance.now();
        this.#parts.window.push('snapshot', this.snapshot());
      },
      Math.max(0, wait),
    );
  }

  /** Shows the user one notification, or changes it, and says so on stdout. */
  notify(alerts: readonly Alert[]): void {
    const { stream, settings, onNotificationClick } = this.#parts;
    const ahead = this.#parts.fleet.clockAhead();
    const named = alerts.map((alert) => ({
      ...alert,
      since: alert.since + ahead,
      names: this.#names(alert.printers, briefName),
    }));
    for (const alert of alerts) stream?.alert(alert, this.#names(alert.printers, shownName));
    const { notifications: isWanted, sound } = settings();
    if (!isWanted) return;
    const text = summaryText(named, (at) => this.#clockTime(at), this.#words());
    const [first] = alerts;
    if (first === undefined) return;
    this.#notifications.show(
      { number: first.notification, update: first.update, printers: alerts.flatMap((alert) => alert.printers) },
      { ...text, state: worstOf(alerts), buttons: alertButtons(alerts, this.#words()) },
      { sound },
      (button) => onNotificationClick(alerts, button),
    );
  }

  /** Shows what a notification of that topic looks like, in the user's present words; a click on it leads to the settings. */
  async preview(topic: AlertTopic): Promise<Answer> {
    const { alerts, deeds } = this.#words();
    const kind = exampleOf[topic];
    const names = [alerts.previewPrinter];
    const alert = { kind, names, since: this.#parts.now(), everyPrinter: false, total: 1, repeated: false };
    const { title, body } = alertText(alert, (at) => this.#clockTime(at), this.#words());
    // One that is still on the screen would only be changed, unheard.
    this.#parts.notifier.close('preview');
    const shown = await this.#parts.notifier.show(
      'preview',
      { title, body: alerts.preview(body), state: alertStates[kind] },
      { sound: this.#parts.settings().sound, otherwise: 'drop' },
      () => this.#parts.window.show({ show: 'settings' }),
    );
    return shown ? { ok: true } : { ok: false, message: deeds.noNotifications };
  }

  snapshot(): Snapshot {
    const { state, stale, headline } = this.#glance();
    return {
      at: this.#parts.now(),
      demo: this.#parts.demo,
      network: this.#network(),
      glance: { state, stale, headline },
      printers: this.#views(),
      settings: this.#parts.settings(),
      language: this.#parts.language(),
      defaultSettings,
      notices: [...this.#keychainNotice(), ...this.#parts.notices(this.#words())],
      quiet: this.#parts.quiet(),
      signIn: this.#parts.signIn(),
      updates: this.#parts.updates(),
      version: this.#parts.version,
    };
  }

  /** The present state for `octoglance status`: what the status stream would tell of it, and lines to read. */
  statusAnswer(): StatusAnswer {
    const glance = this.#glance();
    const members = this.#parts.fleet.members();
    const { tray, glance: said } = this.#words();
    const lines = this.#views().map(({ name, words, staleSince: stale }) =>
      tray.printer(name, stale === null ? words : `${words} ${said.asOf(this.#clockTime(stale))}`),
    );
    return {
      status: { glance: glanceLine(glance), printers: members.map((member) => printerLine(streamed(member))) },
      lines: glance.state === 'none' || this.#network() !== 'up' ? [glance.headline, ...lines] : lines,
    };
  }

  #glance(): Glance {
    const printers = this.#views().map(({ name, status, staleSince }) => ({
      name,
      status,
      stale: staleSince !== null,
      answeredAt: staleSince,
    }));
    return glanceOf(printers, this.#network(), this.#words(), (at) => this.#clockTime(at));
  }

  /** What stands above the printers in the tray menu. */
  #remarks(): readonly string[] {
    const { tray, glance } = this.#words();
    const remarks = this.#parts.demo ? [tray.demo] : [];
    if (this.#parts.fleet.size() === 0) remarks.push(glance.noPrinters);
    else if (this.#network() === 'down') remarks.push(glance.computerOffline);
    else if (this.#network() === 'sign-in') remarks.push(glance.networkSignIn);
    const quiet = this.#parts.quiet();
    if (quiet !== null) remarks.push(quietWords(quiet, (at) => this.#clockTime(at), this.#words()));
    return remarks;
  }

  #views(): readonly PrinterView[] {
    return this.#parts.fleet.members().map((member) => this.#view(member));
  }

  #view(member: Member): PrinterView {
    return this.#printerViews.of(member, this.#words(), this.#parts.fleet.clockAhead());
  }

  #around(): string {
    return JSON.stringify([this.#remarks(), this.#parts.quiet()?.why, this.#network(), this.#parts.language()]);
  }

  #names(printers: readonly PrinterId[], write: typeof shownName): readonly string[] {
    return printers
      .map((id) => this.#parts.fleet.get(id)?.printer.name ?? '')
      .filter((name) => name !== '')
      .map((name) => write(name, this.#words()));
  }

  #network(): GlanceNetwork {
    const { fleet } = this.#parts;
    return glanceNetwork(fleet.network(), fleet.statuses());
  }

  #words(): Words {
    return wordsIn(this.#parts.language());
  }

  #clockTime(at: Instant): string {
    return clockTime(at, this.#parts.now(), this.#words());
  }

  #keychainNotice(): readonly Notice[] {
    const why = keychainTrouble(this.#parts.fleet.members());
    if (why === null) return [];
    return [{ ...this.#words().keychain.trouble[why], id: 'keychain', severity: 'warning', dismissable: false }];
  }
}

function keychainTrouble(members: readonly Member[]): KeychainTrouble | null {
  for (const { status } of members) {
    if (status.silence?.problem.type === 'keychain') return status.silence.problem.why;
  }
  return null;
}

/** The alert that stands for a topic. */
const exampleOf: Readonly<Record<AlertTopic, Alert['kind']>> = {
  disconnected: 'disconnected',
  recovered: 'recovered',
  reconnect: 'reconnect-needed',
  perks: 'perks-needed',
  update: 'update-needed',
  service: 'service-unreachable',
};

/** The state whose picture a notification shows. */
function worstOf(alerts: readonly Alert[]): StatusKind {
  const states = alerts.map(({ kind }) => alertStates[kind]);
  const worst = worstFirst.find((state) => states.some((one) => one === state));
  return worst === undefined || worst === 'off' ? 'unknown' : worst;
}

function streamed({ printer, status }: Member) {
  const shown = shownStatus(printer, status);
  return {
    id: printer.id,
    name: printer.name,
    status: shown,
    stale: shown !== 'off' && isStale(status),
    since: status.since,
  };
}
