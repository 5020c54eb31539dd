import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import {
  type Answer,
  type BusConnection,
  connectToSessionBus,
  type MethodCall,
  type Signal,
} from './bus-connection.ts';

/** A method call, and how long it may take. */
export interface BusCall extends MethodCall {
  /** How long to wait for the connection and the answer together; 5 s by default. */
  readonly timeLimit?: Milliseconds;
  /** Gets the answer that comes after the time limit. */
  readonly late?: (answer: Answer) => void;
}

/** Which signals to get: those that `sender`, a well-known name, emits on one of its interfaces. */
export interface SignalSource {
  readonly sender: string;
  readonly interface: string;
}

interface Subscription {
  /** The match rule, as in the D-Bus Specification. */
  readonly rule: string;
  readonly wants: (signal: Signal) => boolean;
  readonly tell: (signal: Signal) => void;
  readonly connected: () => void;
  readonly disconnected: () => void;
}

const daemon = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;
const usualLimit: Milliseconds = 5 * SECOND;
const firstRetry: Milliseconds = SECOND;
const lastRetry: Milliseconds = MINUTE;

/**
 * The app's one connection to the session bus of a Linux desktop, made with the first call or subscription. Every wait has
 * a time limit, and nothing here throws or rejects. A lost connection is made again with the next call, and automatically
 * while there are subscriptions.
 */
export class SessionBus {
  readonly #subscriptions = new Set<Subscription>();
  readonly #address: string | undefined;
  #connecting: Promise<BusConnection | null> | null = null;
  #connection: BusConnection | null = null;
  #retryTimer: NodeJS.Timeout | null = null;
  #retryAfter = firstRetry;
  #closed = false;

  /** Undefined: the session's own, see `connectToSessionBus`. */
  constructor(address?: string) {
    this.#address = address;
  }

  /** Calls a method and waits for what it returns, within its time limit. */
  async call({ timeLimit = usualLimit, late, ...call }: BusCall): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    let isLate = false;
    const answered = this.#connect()
      .then((connection) => connection?.call(call) ?? ({ kind: 'no-bus' } as const))
      .then((answer) => {
        if (isLate) late?.(answer);
        return answer;
      });
    const limit = new Promise<Answer>((resolve) => {
      timer = setTimeout(() => {
        isLate = true;
        resolve({ kind: 'no-answer' });
      }, timeLimit);
    });
    return Promise.race([answered, limit]).finally(() => clearTimeout(timer));
  }

  /**
   * Tells which connection owns a well-known name: once soon, then at each change; null while nobody does or there is no
   * bus. Starts no service. Returns what ends it.
   */
  watchName(name: string, tell: (owner: string | null) => void): () => void {
    let known: string | null | undefined;
    // A change that was signalled is newer than an answer still on its way.
    let changes = 0;
    const learn = (owner: string | null) => {
      if (owner === known) return;
      known = owner;
      tell(owner);
    };
    const ask = async () => {
      const before = changes;
      const answer = await this.call({ ...daemon, member: 'GetNameOwner', signature: 's', body: [name] });
      if (before !== changes || !this.#subscriptions.has(subscription)) return;
      learn(answer.kind === 'returned' ? String(answer.body[0]) : null);
    };
    const learnChange = (owner: string | null) => {
      changes += 1;
      learn(owner);
    };
    const subscription: Subscription = {
      rule: `type='signal',sender='${daemon.to}',interface='${daemon.to}',member='NameOwnerChanged',arg0='${name}'`,
      wants: ({ sender, member, body }) => sender === daemon.to && member === 'NameOwnerChanged' && body[0] === name,
      tell: ({ body }) => learnChange(body[2] === '' ? null : String(body[2])),
      connected: () => void ask(),
      disconnected: () => learnChange(null),
    };
    return this.#subscribe(subscription);
  }

  /** Reports the signals of `source`. Anybody on the bus can send some: compare the sender. Returns what ends it. */
  onSignal(source: SignalSource, tell: (signal: Signal) => void): () => void {
    return this.#subscribe({
      rule: `type='signal',sender='${source.sender}',interface='${source.interface}'`,
      wants: (signal) => signal.interface === source.interface,
      tell,
      connected: () => {},
      disconnected: () => {},
    });
  }

  /** Ends the connection for good; calls under way return `no-bus`. */
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
      void this.call({ ...daemon, member: 'RemoveMatch', signature: 's', body: [subscription.rule] });
    };
  }

  #announce(subscription: Subscription): void {
    void this.call({ ...daemon, member: 'AddMatch', signature: 's', body: [subscription.rule] });
    subscription.connected();
  }

  #connect(): Promise<BusConnection | null> {
    if (this.#closed) return Promise.resolve(null);
    this.#connecting ??= this.#open();
    return this.#connecting;
  }

  async #open(): Promise<BusConnection | null> {
    const signal = (heard: Signal) => {
      for (const { tell } of [...this.#subscriptions].filter(({ wants }) => wants(heard))) tell(heard);
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

/** The connection of this process to its session's bus. */
export function theSessionBus(): SessionBus {
  one ??= new SessionBus();
  return one;
}
