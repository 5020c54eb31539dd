import { busDaemon } from '../../dbus/bus-daemon.ts';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

export interface TrayHostEvents {
  /** Whether the desktop shows tray icons: called once within seconds, then on each change. */
  readonly changed: (present: boolean) => void;
  /** The desktop shows tray icons, but none of this process. */
  readonly iconMissing: () => void;
}

export interface TrayHostTimes {
  /** How long Electron and the desktop have after a change to settle on their own, ms. */
  readonly settleTime: Milliseconds;
  /** How long to wait before polling an unresponsive watcher, or a tray without one, again, ms. */
  readonly again: Milliseconds;
}

export interface TrayHostParts {
  readonly bus: SessionBus;
  /** The process that owns the icon. */
  readonly processId: number;
  /** Whether there is a tray that takes icons without a watcher; null if that can't be found out. Never rejects. */
  readonly hasOlderTray: () => Promise<boolean | null>;
}

const name = 'org.kde.StatusNotifierWatcher';
const watcher = { to: name, path: '/StatusNotifierWatcher' } as const;
const usualTimes: TrayHostTimes = { settleTime: 1.5 * SECOND, again: 10 * SECOND };

/** How often a missing icon is offered again before the desktop's tray changes. */
const mostOffers = 4;

/** After so many looks without a response, there is no tray that anything is known about. */
const mostSilent = 2;

/** Each look for a tray without a watcher comes later than the one before, up to so many times the usual pause. */
const rarest = 6;

/**
 * Watches the tray of a Linux desktop: the StatusNotifierWatcher, which comes and goes with the panel, and the host
 * that registers with it and draws the icons. Electron offers its icon only once, on creation; an icon created before
 * the host exists never appears on Wayland. Source: the StatusNotifierItem specification.
 */
export class TrayHost {
  readonly #bus: SessionBus;
  readonly #events: TrayHostEvents;
  readonly #processId: number;
  readonly #hasOlderTray: () => Promise<boolean | null>;
  readonly #times: TrayHostTimes;
  #present: boolean | null = null;
  #owner: string | null = null;
  /** The icon is in a tray that takes icons without a watcher. */
  #isOlder = false;
  /** Whether there was a watcher since the icon was created last. */
  #hadOwner = false;
  #timer: NodeJS.Timeout | null = null;
  #looksMissing = 0;
  #offers = 0;
  /** How many looks there have been since the last change without a watcher, and without a response. */
  #looksWithout = 0;
  #looksSilent = 0;
  /** The hosts that have a bus name, like Plasma's, each with a function that stops watching it. */
  readonly #hosts = new Map<string, () => void>();

  constructor(
    { bus, processId, hasOlderTray }: TrayHostParts,
    events: TrayHostEvents,
    times: Partial<TrayHostTimes> = {},
  ) {
    this.#bus = bus;
    this.#events = events;
    this.#processId = processId;
    this.#hasOlderTray = hasOlderTray;
    this.#times = { ...usualTimes, ...times };
    bus.onSignal({ sender: name, interface: name }, ({ sender, member }) => {
      if (sender === this.#owner && member.startsWith('StatusNotifierHost')) this.#learnChange();
    });
    bus.watchName(name, (owner) => {
      this.#hadOwner ||= this.#owner !== null;
      this.#owner = owner;
      this.#forgetHosts();
      this.#learnChange();
    });
  }

  /** Whether the desktop shows tray icons; false while unknown. */
  get isPresent(): boolean {
    return this.#present === true;
  }

  #learnChange(): void {
    this.#offers = 0;
    this.#looksMissing = 0;
    this.#looksWithout = 0;
    this.#looksSilent = 0;
    void this.#look();
  }

  async #look(): Promise<void> {
    this.#plan(null);
    const owner = this.#owner;
    if (owner === null) {
      await this.#lookForOlderTray();
      return;
    }
    const hasHost = await this.#property('IsStatusNotifierHostRegistered');
    if (owner !== this.#owner) return;
    if (hasHost.kind === 'silent') {
      this.#noteSilence();
      this.#plan(this.#times.again);
      return;
    }
    // A watcher without this property belongs to a tray of its own.
    const isThere = hasHost.kind !== 'value' || hasHost.value !== false;
    const present = isThere && (await this.#isAnyHostLeft());
    if (owner !== this.#owner) return;
    // Without a host, Electron takes the older kind of tray.
    this.#isOlder = !present && (await this.#hasOlderTray()) === true;
    if (owner !== this.#owner) return;
    this.#learn(present || this.#isOlder);
    // Plasma's watcher doesn't signal a host that returns either.
    this.#plan(present ? this.#times.settleTime : this.#times.again);
  }

  /** An icon that was meant for a watcher that has gone has to be created again. */
  async #lookForOlderTray(): Promise<void> {
    const isThere = await this.#hasOlderTray();
    if (this.#owner !== null) return;
    this.#isOlder = isThere === true;
    if (isThere === true && this.#hadOwner) {
      this.#hadOwner = false;
      this.#events.iconMissing();
    }
    if (isThere === null) this.#noteSilence();
    else this.#learn(isThere);
    this.#looksWithout += 1;
    this.#plan(this.#times.again * Math.min(this.#looksWithout, rarest));
  }

  #noteSilence(): void {
    this.#looksSilent += 1;
    if (this.#looksSilent >= mostSilent && this.#present === null) this.#learn(false);
  }

  /** Plasma's watcher (5.27) still reports a host after that was killed, but the host's bus name is gone. */
  async #isAnyHostLeft(): Promise<boolean> {
    const reply = await this.#bus.call({ ...busDaemon, member: 'ListNames' });
    const names = reply.kind === 'returned' && Array.isArray(reply.body[0]) ? reply.body[0].map(String) : [];
    const hosts = names.filter((one) => /^org\.(kde|freedesktop)\.StatusNotifierHost-/.test(one));
    for (const host of hosts) if (!this.#hosts.has(host)) this.#hosts.set(host, this.#watchHost(host));
    return reply.kind !== 'returned' || hosts.length > 0 || this.#hosts.size === 0;
  }

  #watchHost(host: string): () => void {
    return this.#bus.watchName(host, (owner) => {
      if (owner === null) this.#learnChange();
    });
  }

  #forgetHosts(): void {
    for (const end of this.#hosts.values()) end();
    this.#hosts.clear();
  }

  #learn(present: boolean): void {
    if (present === this.#present) return;
    this.#present = present;
    this.#events.changed(present);
  }

  #plan(after: Milliseconds | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (after === null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void (this.#present === true && !this.#isOlder ? this.#lookForIcon() : this.#look());
    }, after);
  }

  async #lookForIcon(): Promise<void> {
    const owner = this.#owner;
    const items = await this.#property('RegisteredStatusNotifierItems');
    if (owner !== this.#owner || this.#timer !== null) return;
    if (items.kind === 'silent') this.#plan(this.#times.again);
    if (items.kind !== 'value' || !Array.isArray(items.value)) return;
    if (await this.#isAnyOurs(items.value.map(String))) return;
    if (owner !== this.#owner || this.#timer !== null) return;
    this.#looksMissing += 1;
    // Missing twice in a row: it isn't just being registered.
    if (this.#looksMissing > 1) {
      this.#looksMissing = 0;
      this.#offers += 1;
      this.#events.iconMissing();
    }
    if (this.#offers < mostOffers) this.#plan(this.#times.settleTime * (1 + this.#offers));
  }

  /** An item is a bus name, usually followed by a path; GNOME's AppIndicator extension puts an @ between them. */
  async #isAnyOurs(items: readonly string[]): Promise<boolean> {
    const names = new Set(items.map((item) => item.split(/[@/]/, 1)[0] ?? ''));
    // In a container, the bus sees another process id than the one in the name that Electron gives the icon.
    if ([...names].some((of) => of.includes(`StatusNotifierItem-${this.#processId}-`))) return true;
    const member = 'GetConnectionUnixProcessID';
    const responses = await Promise.all(
      [...names].map((of) => this.#bus.call({ ...busDaemon, member, signature: 's', body: [of] })),
    );
    return responses.some((reply) => reply.kind === 'returned' && reply.body[0] === this.#processId);
  }

  async #property(property: string): Promise<{ kind: 'value'; value: unknown } | { kind: 'refused' | 'silent' }> {
    const reply = await this.#bus.call({
      ...watcher,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [name, property],
    });
    if (reply.kind === 'returned') return { kind: 'value', value: reply.body[0] };
    return { kind: reply.kind === 'error' ? 'refused' : 'silent' };
  }
}
