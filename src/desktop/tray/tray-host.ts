import type { SessionBus } from '../../dbus/session-bus.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

export interface TrayHostEvents {
  /** Whether the desktop shows tray icons: once within seconds, then at each change. */
  readonly changed: (present: boolean) => void;
  /** The desktop shows tray icons, but not one of this process. */
  readonly iconMissing: () => void;
}

export interface TrayHostTimes {
  /** After a change Electron and the desktop get so long to agree on the icon on their own. */
  readonly settle: Milliseconds;
  /** A watcher that does not answer is asked again after so long. */
  readonly again: Milliseconds;
}

const name = 'org.kde.StatusNotifierWatcher';
const watcher = { to: name, path: '/StatusNotifierWatcher' } as const;
const daemon = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;
const usualTimes: TrayHostTimes = { settle: 1.5 * SECOND, again: 10 * SECOND };

/** So often an icon that the desktop does not take is offered again, until the desktop's tray changes. */
const mostOffers = 4;

/**
 * Watches the tray of a Linux desktop: the StatusNotifierWatcher, which comes and goes with the panel, and the host that
 * registers with it and draws the icons. Electron offers its icon once, when it is made; an icon made before the host is
 * there is never seen on Wayland. Source: the StatusNotifierItem specification.
 */
export class TrayHost {
  readonly #bus: SessionBus;
  readonly #events: TrayHostEvents;
  readonly #processId: number;
  readonly #times: TrayHostTimes;
  #present: boolean | null = null;
  #owner: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looksMissing = 0;
  #offers = 0;
  /** The hosts that have a name on the bus, as Plasma's has, with what ends watching it. */
  readonly #hosts = new Map<string, () => void>();

  /** `processId` of whom the icon is. */
  constructor(bus: SessionBus, processId: number, events: TrayHostEvents, times: Partial<TrayHostTimes> = {}) {
    this.#bus = bus;
    this.#events = events;
    this.#processId = processId;
    this.#times = { ...usualTimes, ...times };
    bus.onSignal({ sender: name, interface: name }, ({ sender, member }) => {
      if (sender === this.#owner && member.startsWith('StatusNotifierHost')) this.#learnChange();
    });
    bus.watchName(name, (owner) => {
      this.#owner = owner;
      this.#forgetHosts();
      this.#learnChange();
    });
  }

  /** Whether the desktop shows tray icons, as far as known. */
  get isPresent(): boolean {
    return this.#present === true;
  }

  #learnChange(): void {
    this.#offers = 0;
    this.#looksMissing = 0;
    void this.#look();
  }

  async #look(): Promise<void> {
    this.#plan(null);
    const owner = this.#owner;
    if (owner === null) {
      this.#learn(false);
      return;
    }
    const hasHost = await this.#property('IsStatusNotifierHostRegistered');
    if (owner !== this.#owner) return;
    if (hasHost.kind === 'silent') {
      this.#plan(this.#times.again);
      return;
    }
    // A watcher that does not say it is part of a tray of its own.
    const isThere = hasHost.kind !== 'value' || hasHost.value !== false;
    const present = isThere && (await this.#isAnyHostLeft());
    if (owner !== this.#owner) return;
    this.#learn(present);
    // Nor does Plasma's watcher signal a host that comes back.
    this.#plan(present ? this.#times.settle : this.#times.again);
  }

  /** Plasma's watcher goes on to say that there is a host after that was killed (5.27); but the host's name is gone then. */
  async #isAnyHostLeft(): Promise<boolean> {
    const answer = await this.#bus.call({ ...daemon, member: 'ListNames' });
    const names = answer.kind === 'returned' && Array.isArray(answer.body[0]) ? answer.body[0].map(String) : [];
    const hosts = names.filter((one) => /^org\.(kde|freedesktop)\.StatusNotifierHost-/.test(one));
    for (const host of hosts) if (!this.#hosts.has(host)) this.#hosts.set(host, this.#watchHost(host));
    return answer.kind !== 'returned' || hosts.length > 0 || this.#hosts.size === 0;
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
      void (this.#present === true ? this.#lookForIcon() : this.#look());
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
    // Seen missing twice: it is not just under way.
    if (this.#looksMissing > 1) {
      this.#looksMissing = 0;
      this.#offers += 1;
      this.#events.iconMissing();
    }
    if (this.#offers < mostOffers) this.#plan(this.#times.settle * (1 + this.#offers));
  }

  /** An item is a name on the bus, mostly with a path behind it; GNOME's AppIndicator extension has an @ between them. */
  async #isAnyOurs(items: readonly string[]): Promise<boolean> {
    const names = new Set(items.map((item) => item.split(/[@/]/, 1)[0] ?? ''));
    // In a container the bus knows this process by another number than the one in the name that Electron gives the icon.
    if ([...names].some((of) => of.includes(`StatusNotifierItem-${this.#processId}-`))) return true;
    const member = 'GetConnectionUnixProcessID';
    const answers = await Promise.all(
      [...names].map((of) => this.#bus.call({ ...daemon, member, signature: 's', body: [of] })),
    );
    return answers.some((answer) => answer.kind === 'returned' && answer.body[0] === this.#processId);
  }

  async #property(property: string): Promise<{ kind: 'value'; value: unknown } | { kind: 'refused' | 'silent' }> {
    const answer = await this.#bus.call({
      ...watcher,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [name, property],
    });
    if (answer.kind === 'returned') return { kind: 'value', value: answer.body[0] };
    return { kind: answer.kind === 'error' ? 'refused' : 'silent' };
  }
}
