import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SessionBus } from '../../dbus/session-bus.ts';
import type { StatusKind } from '../../domain/status.ts';
import { type Entry, NotificationEntries } from './notification-entries.ts';
import { NotificationServer } from './notification-server.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';
import { most, mostAtOnce, mostEntries, type NotifierTimes, usualTimes } from './notifier-limits.ts';
import { notifyText, type RgbaPicture } from './notify-arguments.ts';

export interface DbusNotifierParts {
  readonly bus: SessionBus;
  /** Null if there is no icon. */
  readonly picture: (state: StatusKind | null) => RgbaPicture | null;
  /** Label for a click on the notification itself, for servers that show it. */
  readonly openLabel: () => string;
  /**
   * Receives the token that lets the program opened by the click come to the front; null if the server provides none.
   */
  readonly activated?: (token: string | null) => void;
  /** Shorter in tests. */
  readonly times?: Partial<NotifierTimes>;
}

/**
 * Notifications on Linux, sent directly to the desktop's notification server. Electron's own use libnotify, which
 * blocks the main process for as long as the server takes. Notifications that can't be shown because there is no
 * server, or it hangs or crashes, are kept for ten minutes, the newest of each key, and shown once one responds.
 */
export class DbusNotifier implements Notifier {
  readonly #parts: DbusNotifierParts;
  readonly #times: NotifierTimes;
  readonly #server: NotificationServer;
  readonly #entries = new NotificationEntries(mostEntries);
  #underWay = 0;
  /** What to do about notifications of unknown ids that were clicked or closed: their reply may still be on its way. */
  readonly #early = new Map<number, readonly (() => void)[]>();
  #sending = false;
  #sendAgain = false;
  #retryTimer: NodeJS.Timeout | null = null;

  constructor(parts: DbusNotifierParts) {
    this.#parts = parts;
    this.#times = { ...usualTimes, ...parts.times };
    const events = {
      changed: () => this.#tryAgain(),
      gone: () => this.#entries.screenIsGone(),
      closed: (id: number, why: 'expired' | 'dismissed' | 'other') => this.#closedByServer(id, why),
      invoked: (id: number, action: string, token: string | null) => this.#invoked(id, action, token),
    };
    this.#server = new NotificationServer(parts.bus, events, this.#times.answer);
  }

  show(
    key: string,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): Promise<boolean> {
    const known = this.#entries.get(key);
    const change = { content, options, onAction };
    if (known !== undefined && !known.expired) {
      this.#change(known, change);
      return this.#isShownSoon(known);
    }
    // Some desktops keep it in a list.
    if (known !== undefined && known.id !== null) this.#server.close(known.id);
    const entry = this.#entries.add(key, change);
    void this.#send();
    return this.#isShownSoon(entry);
  }

  update(key: string, content: NotificationContent, onAction: OnNotificationAction): boolean {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.expired) return false;
    // A notification that has not been shown yet is still news.
    const hasChanged = entry.due && !entry.silent && !entry.sending;
    this.#change(entry, { content, onAction, silent: !hasChanged });
    return true;
  }

  close(key: string): void {
    this.#drop(this.#entries.get(key));
  }

  closeAll(): void {
    for (const entry of this.#entries.all()) this.#drop(entry);
  }

  #change(entry: Entry, change: Partial<Entry>): void {
    Object.assign(entry, change, { due: true, held: false, refusals: 0, since: performance.now() });
    void this.#send();
  }

  async #isShownSoon(entry: Entry): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    let yes = () => {};
    const isShown = await new Promise<boolean>((resolve) => {
      yes = () => resolve(true);
      entry.shown.add(yes);
      timer = setTimeout(resolve, this.#times.show, false);
    });
    clearTimeout(timer);
    entry.shown.delete(yes);
    if (!isShown && entry.options.otherwise === 'drop' && entry.id === null) this.#drop(entry);
    return isShown;
  }

  /** Sends what is due, as long as the server accepts it. */
  async #send(): Promise<void> {
    this.#sendAgain = true;
    if (this.#sending) return;
    this.#sending = true;
    while (this.#sendAgain) {
      this.#sendAgain = false;
      this.#entries.removeOld(performance.now() - this.#times.keep);
      while (this.#next() !== null && (await this.#server.ask())) {
        // The next one may have changed by now.
        const next = this.#next();
        if (next !== null) void this.#sendOne(next);
        // Encoding an image takes the library some milliseconds: let other tasks run.
        await nextTurn();
      }
    }
    this.#sending = false;
    if (this.#entries.all().some(({ due, sending }) => due && !sending)) this.#planRetry();
  }

  #next(): Entry | null {
    if (!this.#server.isUsable || this.#underWay >= mostAtOnce) return null;
    return this.#entries.all().find(({ due, sending, held }) => due && !sending && !held) ?? null;
  }

  async #sendOne(entry: Entry): Promise<void> {
    const { facts, generation } = this.#server;
    if (facts === null) return;
    const { content, options, silent } = entry;
    Object.assign(entry, { due: false, sending: true, dismissed: false });
    const look = { picture: this.#pictureOf(content), openLabel: this.#parts.openLabel() };
    const form = { silent, plain: entry.plain || entry.deaths > 2 };
    const { summary, body, actions, hints, expires } = notifyText(content, { ...options, ...form }, facts, look);
    this.#underWay += 1;
    const result = await this.#server.notify(['OctoGlance', entry.id ?? 0, '', summary, body, actions, hints, expires]);
    this.#underWay -= 1;
    entry.sending = false;
    if (typeof result === 'number') this.#arrived(entry, result);
    else if (result === 'unnamed') this.#arrivedUnnamed(entry);
    else {
      Object.assign(entry, { due: true, silent });
      if (result === 'absent') entry.deaths += 1;
      if (result === 'refused') entry.refusals += 1;
      // The first refusal is followed immediately by a plainer version, a server's crash by a try with the next server.
      entry.held = result === 'absent' ? generation === this.#server.generation : entry.plain || result === 'too-many';
      if (result === 'refused') entry.plain = true;
      if (entry.refusals >= most.refusals || entry.deaths >= most.deaths) this.#giveUp(entry);
    }
    void this.#send();
  }

  #pictureOf({ state }: NotificationContent): RgbaPicture | null {
    try {
      return this.#parts.picture(state);
    } catch {
      // Without its icons, the notification is still useful as text.
      return null;
    }
  }

  #arrived(entry: Entry, id: number): void {
    // The user dismissed it before the change arrived, so the change has brought it back.
    if (entry.closed || (entry.dismissed && entry.id === id)) {
      this.#entries.remove(entry);
      this.#server.close(id);
      return;
    }
    // A server that repeats its ids has replaced that one: a click would reach the wrong printer.
    const before = this.#entries.byId(id);
    if (before !== entry) this.#entries.remove(before);
    // Later changes are shown next, silently.
    Object.assign(entry, { id, silent: true, refusals: 0, deaths: 0 });
    for (const yes of entry.shown) yes();
    const early = this.#early.get(id) ?? [];
    this.#early.delete(id);
    for (const act of early) act();
    if (this.#underWay === 0) this.#early.clear();
  }

  /** It can be neither changed nor clicked: a replacement would appear next to it. */
  #arrivedUnnamed(entry: Entry): void {
    this.#entries.remove(entry);
    for (const yes of entry.shown) yes();
  }

  #giveUp(entry: Entry): void {
    entry.due = false;
    if (entry.id === null) this.#entries.remove(entry);
  }

  #planRetry(): void {
    this.#retryTimer ??= setTimeout(() => {
      this.#retryTimer = null;
      this.#server.allowStart();
      this.#tryAgain();
    }, this.#times.retry);
  }

  #tryAgain(): void {
    this.#entries.release();
    void this.#send();
  }

  #closedByServer(id: number, why: 'expired' | 'dismissed' | 'other'): void {
    const entry = this.#entries.byId(id);
    if (entry === undefined) {
      this.#onceNamed(id, () => this.#closedByServer(id, why));
      return;
    }
    // Some servers report the notification being replaced as closed.
    if (entry.sending) entry.dismissed = why === 'dismissed';
    else if (why !== 'expired') this.#entries.remove(entry);
    else if (!entry.due) entry.expired = true;
    else {
      // What it was to say next has not been seen.
      entry.id = null;
      this.#server.close(id);
    }
  }

  #invoked(id: number, action: string, token: string | null): void {
    const isOnScreen = this.#entries.byId(id) !== undefined;
    const entry = this.#entries.takeClicked(id);
    if (entry === undefined) {
      this.#onceNamed(id, () => this.#invoked(id, action, token));
      return;
    }
    // Some servers leave it on the screen.
    if (isOnScreen) this.#server.close(id);
    this.#parts.activated?.(token);
    entry.onAction(action === 'default' ? null : action);
  }

  /** Signals may come together with the reply that names their notification, and be read before it. */
  #onceNamed(id: number, act: () => void): void {
    if (this.#underWay > 0) this.#early.set(id, [...(this.#early.get(id) ?? []), act]);
  }

  #drop(entry: Entry | undefined): void {
    this.#entries.remove(entry);
    if (entry !== undefined && entry.id !== null) this.#server.close(entry.id);
  }
}
