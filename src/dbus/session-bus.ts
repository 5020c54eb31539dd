import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import {
  type BusConnection,
  type BusReply,
  connectToSessionBus,
  type MethodCall,
  type Signal,
} from './bus-connection.ts';
import { busDaemon } from './bus-daemon.ts';

/** A method call with its time limit. */
export interface BusCall extends MethodCall {
  /** How long to wait for connection and reply together, ms; 5 s by default. */
  readonly timeLimit?: Milliseconds;
  /** Receives a reply that comes after the time limit. */
  readonly late?: (reply: BusReply) => void;
}

/** Which signals to receive: those that `sender`, a well-known name, emits on one of its interfaces. */
export interface SignalSource {
  readonly sender: string;
  readonly interface: string;
}

interface Subscription {
  /** The match rule, as in the D-Bus Specification. */
  readonly rule: string;
  readonly wants: (signal: Signal) => boolean;
  readonly listener: (signal: Signal) => void;
  readonly connected: () => void;
  readonly disconnected: () => void;
}

const usualLimit: Milliseconds = 5 * SECOND;
const firstRetry: Milliseconds = SECOND;
const lastRetry: Milliseconds = MINUTE;

/**
 * The app's connection to the session bus of a Linux desktop, opened with the first call or subscription. Every wait
 * has a time limit, and nothing here throws or rejects. A lost connection is reopened with the next call, or
 * automatically while there are subscriptions.
 */
export class SessionBus {
  readonly #subscriptions = new Set<Subscription>();
  readonly #address: string | undefined;
  #connecting: Promise<BusConnection | null> | null = null;
  #connection: BusConnection | null = null;
  #retryTimer: NodeJS.Timeout | null = null;
  #retryAfter = firstRetry;
  #closed = false;

  /** Undefined for the session's own bus, see `connectToSessionBus`. */
  constructor(address?: string) {
    this.#address = address;
  }

  /** Calls a method and waits for its reply, within the time limit. */
  async call({ timeLimit = usualLimit, late, ...call }: BusCall): Promise<BusReply> {
    let timer: NodeJS.Timeout | undefined;
    let isLate = false;
    const answered = this.#connect()
      .then((connection) => connection?.call(call) ?? ({ kind: 'no-bus' } as const))
      .then((reply) => {
        if (isLate) late?.(reply);
        return reply;
      });
    const limit = new Promise<BusReply>((resolve) => {
      timer = setTimeout(() => {
        isLate = true;
        resolve({ kind: 'no-answer' });
      }, timeLimit);
    });
    return Promise.race([answered, limit]).finally(() => clearTimeout(timer));
  }

  /**
   * Calls `listener` with the owner of a well-known name: once soon, then on each change. Null while there is no owner
   * or no bus. Starts no service. Returns a function that unsubscribes.
   */
  watchName(name: string, listener: (owner: string | null) => void): () => void {
    let known: string | null | undefined;
    // A change that was signalled is newer than a reply still on its way.
    let changes = 0;
    const learn = (owner: string | null) => {
      if (owner === known) return;
      known = owner;
      listener(owner);
    };
    const ask = async () => {
      const before = changes;
      const take = (reply: BusReply) => {
        if (before !== changes || !this.#subscriptions.has(subscription)) return;
        learn(reply.kind === 'returned' ? String(reply.body[0]) : null);
      };
      // A bus on a busy computer may be slow: without the late reply an owner that never changes would stay unknown.
      take(await this.call({ ...busDaemon, member: 'GetNameOwner', signature: 's', body: [name], late: take }));
    };
    const learnChange = (owner: string | null) => {
      changes += 1;
      learn(owner);
    };
    const subscription: Subscription = {
      rule: `type='signal',sender='${busDaemon.to}',interface='${busDaemon.to}',member='NameOwnerChanged',arg0='${name}'`,
      wants: ({ sender, member, body }) => sender === busDaemon.to && member === 'NameOwnerChanged' && body[0] === name,
      listener: ({ body }) => learnChange(body[2] === '' ? null : String(body[2])),
      connected: () => void ask(),
      disconnected: () => learnChange(null),
    };
    return this.#subscribe(subscription);
  }

  /**
   * Calls `listener` with each signal of `source`. Any program on the bus can send such signals: compare the sender.
   * Returns a function that unsubscribes.
   */
  onSignal(source: SignalSource, listener: (signal: Signal) => void): () => void {
    return this.#subscribe({
      rule: `type='signal',sender='${source.sender}',interface='${source.interface}'`,
      wants: (signal) => signal.interface === source.interface,
      listener,
      connected: () => {},
      disconnected: () => {},
    });
  }

  /** Closes the connection for good; pending calls return `no-bus`. */
  close(): void {
    this.#closed = true;
    this.#subscriptions.clear();
    if (this.#retryTimer !== null) clearTimeout(this.#retryTimer);
    this.#connection?.close();
  }

  #subscribe(subscription: Subscription): () => void {
    this.#subscriptions.add(subscription);
    if (this.#connection === null) void this.#connect();
    else this.#announce(subscription);
    return () => {
      if (!this.#subscriptions.delete(subscription) || this.#connection === null) return;
      void this.call({ ...busDaemon, member: 'RemoveMatch', signature: 's', body: [subscription.rule] });
    };
  }

  #announce(subscription: Subscription): void {
    void this.call({ ...busDaemon, member: 'AddMatch', signature: 's', body: [subscription.rule] });
    subscription.connected();
  }

  #connect(): Promise<BusConnection | null> {
    if (this.#closed) return Promise.resolve(null);
    this.#connecting ??= this.#open();
    return this.#connecting;
  }

  async #open(): Promise<BusConnection | null> {
    const signal = (heard: Signal) => {
      for (const { listener } of [...this.#subscriptions].filter(({ wants }) => wants(heard))) listener(heard);
    };
    const connection = await connectToSessionBus(this.#address, { signal, lost: () => this.#lost() }, usualLimit);
    if (this.#closed) {
      connection?.close();
      return null;
    }
    this.#connection = connection;
    if (connection === null) {
      this.#lost();
      return null;
    }
    this.#retryAfter = firstRetry;
    for (const subscription of this.#subscriptions) this.#announce(subscription);
    return connection;
  }

  #lost(): void {
    this.#connection = null;
    this.#connecting = null;
    for (const { disconnected } of [...this.#subscriptions]) disconnected();
    if (this.#closed || this.#subscriptions.size === 0 || this.#retryTimer !== null) return;
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = null;
      void this.#connect();
    }, this.#retryAfter);
    this.#retryAfter = Math.min(2 * this.#retryAfter, lastRetry);
  }
}

let one: SessionBus | null = null;

/** This process's connection to the session bus. */
export function theSessionBus(): SessionBus {
  one ??= new SessionBus();
  return one;
}
