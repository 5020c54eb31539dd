import type { Milliseconds } from '../../domain/time.ts';
import type { NotificationContent, NotificationOptions, OnNotificationAction } from './notifier.ts';

/** The notification wanted under a key, and its state. */
export interface Entry {
  readonly key: string;
  content: NotificationContent;
  options: NotificationOptions;
  onAction: OnNotificationAction;
  /** The server's id for it, null until it has been shown. */
  id: number | null;
  /** It has expired; some desktops keep it in a list where it can still be clicked. */
  expired: boolean;
  /** The user dismissed it while a change was being sent. */
  dismissed: boolean;
  /** What is on the screen differs from what is wanted. */
  due: boolean;
  /** Its sound has been played, or is not wanted. */
  silent: boolean;
  /** A call is waiting for the server's reply. */
  sending: boolean;
  /** No longer wanted. */
  closed: boolean;
  /** Waits for another server or another try. */
  held: boolean;
  /** Is sent without icon and buttons. */
  plain: boolean;
  /** How often the server refused it. */
  refusals: number;
  /** How often a server crashed while handling it. */
  deaths: number;
  /** When it was last changed, monotonic time, ms. */
  since: Milliseconds;
  /** Called once it is on the screen. */
  readonly shown: Set<() => void>;
}

/** What the caller wants shown. */
export type Wanted = Pick<Entry, 'content' | 'options' | 'onAction'>;

/** The notifications that are wanted or on the screen, one per key. */
export class NotificationEntries {
  readonly #entries = new Map<string, Entry>();
  readonly #most: number;

  /** Stores at most `most` notifications; the oldest are removed. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  byId(id: number): Entry | undefined {
    return this.all().find((entry) => entry.id === id);
  }

  /** Oldest first. */
  all(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  /** Adds a notification, replacing an older one with the same key; `now` is monotonic time, ms. */
  add(key: string, wanted: Wanted, now: Milliseconds): Entry {
    const flags = { expired: false, dismissed: false, sending: false, closed: false, held: false };
    const form = { silent: false, plain: false };
    const counts = { refusals: 0, deaths: 0 };
    const entry: Entry = {
      key,
      ...wanted,
      id: null,
      due: true,
      ...flags,
      ...form,
      ...counts,
      since: now,
      shown: new Set(),
    };
    this.remove(this.#entries.get(key));
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.values()) {
      if (this.#entries.size <= this.#most) break;
      this.remove(oldest);
    }
    return entry;
  }

  remove(entry: Entry | undefined): void {
    if (entry === undefined) return;
    entry.closed = true;
    if (this.#entries.get(entry.key) === entry) this.#entries.delete(entry.key);
  }

  /** Removes entries last changed before `oldest` that were never shown or are no longer on the screen. */
  removeOld(oldest: Milliseconds): void {
    for (const entry of this.all()) if (entry.id === null && !entry.sending && entry.since < oldest) this.remove(entry);
  }

  /** The server that showed them is gone. What is due stays due; the rest is shown again with its next change. */
  screenIsGone(now: Milliseconds): void {
    for (const entry of this.all()) {
      if (entry.expired) this.remove(entry);
      else if (entry.id !== null) Object.assign(entry, { id: null, since: now, silent: entry.due && entry.silent });
    }
  }

  /** Lets entries that wait for another try be sent now. */
  release(): void {
    for (const entry of this.all()) entry.held = false;
  }
}
