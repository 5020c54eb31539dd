import type { BusReply } from '../../dbus/bus-connection.ts';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

/** The name and capabilities of a notification server. */
export interface ServerFacts {
  readonly capabilities: ReadonlySet<string>;
  readonly name: string;
  readonly version: string;
  /** Version of the Desktop Notifications Specification, such as `1.2`. */
  readonly specification: string;
}

export interface ServerEvents {
  /** Another server owns the name, or one responds again. */
  readonly changed: () => void;
  /** Everything the previous server showed is off the screen. */
  readonly gone: () => void;
  readonly closed: (id: number, why: 'expired' | 'dismissed' | 'other') => void;
  /** `token` lets a program come to the front (xdg-activation); null if the server provides none. */
  readonly invoked: (id: number, action: string, token: string | null) => void;
}

/**
 * The notification's id, or `unnamed`: accepted, but without an id by which it could be changed or closed; `absent`:
 * there is no server, or it ended; `refused`: it rejected this one; `too-many`: it accepts no more for now.
 */
export type NotifyResult = number | 'unnamed' | 'absent' | 'refused' | 'too-many';

export type NotifyArguments = readonly [
  application: string,
  replaces: number,
  icon: string,
  summary: string,
  body: string,
  actions: readonly string[],
  hints: Readonly<Record<string, unknown>>,
  expires: number,
];

const name = 'org.freedesktop.Notifications';
const server = { to: name, path: '/org/freedesktop/Notifications', interface: name } as const;

/** How long a call may take before further calls are held back until the server responds. */
const usualLimit: Milliseconds = 15 * SECOND;

/** Errors of KDE Plasma and of older servers. */
const tooMany = /ExcessNotificationGeneration|MaxNotificationsExceeded/;

/** D-Bus errors that come from the bus rather than a server: the name has no owner, or its owner has gone. */
const absence =
  /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|NoServer|Disconnected|Time(d)?[Oo]ut|LimitsExceeded|Spawn\..*)$/;

/**
 * The notification server of a Linux desktop, over D-Bus. Source: Desktop Notifications Specification 1.2 and 1.3.
 * Calls have no timeout; they resolve when the server replies, or to `absent` if it ends before that.
 */
export class NotificationServer {
  readonly #bus: SessionBus;
  readonly #events: ServerEvents;
  readonly #limit: Milliseconds;
  /** Undefined until the bus has reported it. */
  #owner: string | null | undefined;
  #facts: ServerFacts | null = null;
  #asking: Promise<boolean> | null = null;
  #generation = 0;
  /** Number of calls without a reply within the limit. */
  #overdue = 0;
  /** No server could be started; to be tried again later. */
  #noneToStart = false;
  /** Signalled right before the action it belongs to. */
  #token: { readonly id: number; readonly token: string } | null = null;

  constructor(bus: SessionBus, events: ServerEvents, limit: Milliseconds = usualLimit) {
    this.#bus = bus;
    this.#events = events;
    this.#limit = limit;
    bus.onSignal({ sender: name, interface: name }, (signal) => {
      if (signal.sender === this.#owner) this.#hear(signal.member, signal.body);
    });
    bus.watchName(name, (owner) => this.#learnOwner(owner));
  }

  /** Whether calling is worthwhile: the server doesn't hang, and one exists or might be started. */
  get isUsable(): boolean {
    if (this.#owner === undefined || this.#overdue > 0) return false;
    return this.#owner !== null || !this.#noneToStart;
  }

  /** Allows another attempt to start a server after one failed. */
  allowStart(): void {
    this.#noneToStart = false;
  }

  /** Null until `ask` has found out. */
  get facts(): ServerFacts | null {
    return this.#facts;
  }

  /** Changes whenever the server changes or goes away. */
  get generation(): number {
    return this.#generation;
  }

  /** Asks the server for its capabilities, which starts one if possible; false if there is none. */
  ask(): Promise<boolean> {
    if (this.#facts !== null) return Promise.resolve(true);
    this.#asking ??= this.#learnFacts().then((known) => {
      this.#asking = null;
      // A server that crashes on being asked would otherwise be started over and over.
      this.#noneToStart = !known;
      return known;
    });
    return this.#asking;
  }

  async #learnFacts(): Promise<boolean> {
    const [capabilities, information] = await Promise.all([
      this.#call('GetCapabilities', '', []),
      this.#call('GetServerInformation', '', []),
    ]);
    if (isAbsence(capabilities) || isAbsence(information)) return false;
    // A server that doesn't report its capabilities is assumed to have none.
    const list = capabilities.kind === 'returned' ? capabilities.body[0] : [];
    const reply = information.kind === 'returned' ? information.body.map(String) : [];
    this.#facts = {
      capabilities: new Set(Array.isArray(list) ? list.map(String) : []),
      name: reply[0] ?? '',
      version: reply[2] ?? '',
      specification: reply[3] ?? '',
    };
    return true;
  }

  /** Shows a notification, or changes the one it replaces. */
  async notify(args: NotifyArguments): Promise<NotifyResult> {
    const response = await this.#call('Notify', 'susssasa{sv}i', args);
    if (response.kind === 'returned') {
      const [id] = response.body;
      // The specification has no id 0. Servers that return it show nothing at the moment, or don't tell notifications
      // apart.
      return typeof id === 'number' && id > 0 ? id : 'unnamed';
    }
    if (isAbsence(response)) return 'absent';
    return response.kind === 'error' && tooMany.test(response.name) ? 'too-many' : 'refused';
  }

  close(id: number): void {
    void this.#call('CloseNotification', 'u', [id]);
  }

  async #call(member: string, signature: string, body: readonly unknown[]): Promise<BusReply> {
    let late: (response: BusReply) => void = () => {};
    const lateReply = new Promise<BusReply>((resolve) => {
      late = resolve;
    });
    const response = await this.#bus.call({ ...server, member, signature, body, timeLimit: this.#limit, late });
    if (response.kind !== 'no-answer') return response;
    this.#overdue += 1;
    const atLast = await lateReply;
    this.#overdue -= 1;
    if (this.#overdue === 0) this.#events.changed();
    return atLast;
  }

  #learnOwner(owner: string | null): void {
    const former = this.#owner;
    this.#owner = owner;
    this.#generation += 1;
    if (typeof former === 'string') {
      this.#facts = null;
      this.#events.gone();
    }
    if (owner !== null || former === undefined) this.#events.changed();
  }

  #hear(member: string, [id, text]: readonly unknown[]): void {
    if (typeof id !== 'number') return;
    if (member === 'NotificationClosed')
      this.#events.closed(id, text === 1 ? 'expired' : text === 2 ? 'dismissed' : 'other');
    else if (typeof text !== 'string') return;
    else if (member === 'ActivationToken') this.#token = { id, token: text };
    else if (member === 'ActionInvoked') {
      this.#events.invoked(id, text, this.#token?.id === id ? this.#token.token : null);
      this.#token = null;
    }
  }
}

function isAbsence(response: BusReply): boolean {
  return (
    response.kind === 'no-bus' ||
    response.kind === 'no-answer' ||
    (response.kind === 'error' && absence.test(response.name))
  );
}

/** The notification server's own name and version; null if none replies within 5 s. Never rejects. */
export async function serverName(bus: SessionBus): Promise<string | null> {
  const response = await bus.call({ ...server, member: 'GetServerInformation' });
  if (response.kind !== 'returned') return null;
  const [reply, , version] = response.body.map(String);
  return [reply, version].filter(Boolean).join(' ');
}
