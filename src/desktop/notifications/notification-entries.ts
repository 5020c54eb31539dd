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

/**
 * A click may be reported this long after the end of its notification, ms: some servers report the end first, and the
 * app may close a notification in the very moment in which it is clicked.
 */
const clickDelay: Milliseconds = 2_000;

/** The notifications that are wanted or on the screen, one per key. */
export class NotificationEntries {
  readonly #entries = new Map<string, Entry>();
  /** Those that have just ended, by id. */
  readonly #ended = new Map<number, { readonly entry: Entry; readonly at: Milliseconds }>();
  readonly #most: number;
  readonly #now: () => Milliseconds;

  /** Stores at most `most` notifications; the oldest are removed. `now` is monotonic time. */
  constructor(most: number, now: () => Milliseconds = () => performance.now()) {
    this.#most = most;
    this.#now = now;
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

  /** Adds a notification, replacing an older one with the same key. */
  add(key: string, wanted: Wanted): Entry {
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
      since: this.#now(),
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
    if (entry === undefined || entry.closed) return;
    const now = this.#now();
    entry.closed = true;
    if (this.#entries.get(entry.key) === entry) this.#entries.delete(entry.key);
    for (const [id, { at }] of this.#ended) if (now - at > clickDelay) this.#ended.delete(id);
    if (entry.id !== null) this.#ended.set(entry.id, { entry, at: now });
  }

  /** Removes and returns a notification that was clicked, even if it has just ended. */
  takeClicked(id: number): Entry | undefined {
    const current = this.byId(id);
    const ended = this.#ended.get(id);
    this.remove(current);
    this.#ended.delete(id);
    if (current !== undefined) return current;
    return ended !== undefined && this.#now() - ended.at <= clickDelay ? ended.entry : undefined;
  }

  /** Removes entries last changed before `oldest` that were never shown or are no longer on the screen. */
  removeOld(oldest: Milliseconds): void {
    for (const entry of this.all()) if (entry.id === null && !entry.sending && entry.since < oldest) this.remove(entry);
  }

  /** The server that showed them is gone. What is due stays due; the rest is shown again with its next change. */
  screenIsGone(): void {
    const since = this.#now();
    for (const entry of this.all()) {
      if (entry.expired) this.remove(entry);
      else if (entry.id !== null) Object.assign(entry, { id: null, since, silent: entry.due && entry.silent });
    }
    // The next server counts its own from 1.
    this.#ended.clear();
  }

  /** Lets entries that wait for another try be sent now. */
  release(): void {
    for (const entry of this.all()) entry.held = false;
  }
}
