import type { Milliseconds } from '../../domain/time.ts';
import type { NotificationContent, NotificationOptions, OnNotificationAction } from './notifier.ts';

/** What is wanted under a key, and how far it has got. */
export interface Entry {
  readonly key: string;
  content: NotificationContent;
  options: NotificationOptions;
  onAction: OnNotificationAction;
  /** The server's id of it, null until it has been on the screen. */
  id: number | null;
  /** Its time on the screen is over; some desktops keep it in a list, where it can still be clicked. */
  expired: boolean;
  /** The user dismissed it while a change of it was under way. */
  dismissed: boolean;
  /** The screen does not show it as it is wanted. */
  due: boolean;
  /** It has been heard, or is not to be. */
  silent: boolean;
  /** The server has not answered yet. */
  sending: boolean;
  /** Not wanted any more. */
  closed: boolean;
  /** Waits for another server or another try. */
  held: boolean;
  /** Is sent without picture and buttons. */
  plain: boolean;
  /** How often the server refused it. */
  refusals: number;
  /** How often a server ended while it had it. */
  deaths: number;
  /** When it was changed last, in running time. */
  since: Milliseconds;
  /** Called once it is on the screen. */
  readonly shown: Set<() => void>;
}

/** What the caller wants shown. */
export type Wanted = Pick<Entry, 'content' | 'options' | 'onAction'>;

/** The notifications that are wanted or on the screen, one for each key. */
export class NotificationEntries {
  readonly #entries = new Map<string, Entry>();
  readonly #most: number;

  /** More than `most` are not remembered: the oldest give way. */
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

  /** In the place of an older one with the same key; `now` in running time. */
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

  /** Removes what was changed last before `oldest` and never came to the screen, or is no longer on it. */
  removeOld(oldest: Milliseconds): void {
    for (const entry of this.all()) if (entry.id === null && !entry.sending && entry.since < oldest) this.remove(entry);
  }

  /** The server that showed them has ended. What is due stays so; the rest comes back with its next change. */
  screenIsGone(now: Milliseconds): void {
    for (const entry of this.all()) {
      if (entry.expired) this.remove(entry);
      else if (entry.id !== null) Object.assign(entry, { id: null, since: now, silent: entry.due && entry.silent });
    }
  }

  /** What waited for another try need wait no longer. */
  release(): void {
    for (const entry of this.all()) entry.held = false;
  }
}
