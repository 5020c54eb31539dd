import type { EventEmitter } from 'node:events';
import type { Message, MessageBus } from '@jellybrick/dbus-next';
import type { Milliseconds } from '../domain/time.ts';
import { busAddresses } from './bus-address.ts';
import { fromWire, toWire } from './variant.ts';

type Library = typeof import('@jellybrick/dbus-next');

/**
 * A method call. `signature` follows the D-Bus Specification; variants in `body` are `Variant` objects. Both are empty
 * by default.
 */
export interface MethodCall {
  readonly to: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** What a method returned, or why it didn't. */
export type BusReply =
  /** Variants are unwrapped. */
  | { readonly kind: 'returned'; readonly body: readonly unknown[] }
  /** There is no session bus, or it closed the connection. */
  | { readonly kind: 'no-bus' }
  /** `name` is the D-Bus error's, such as `org.freedesktop.DBus.Error.ServiceUnknown`. */
  | { readonly kind: 'error'; readonly name: string }
  | { readonly kind: 'no-answer' };

export interface Signal {
  /** The sender's unique name. */
  readonly sender: string;
  /** The object that sent it. */
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

export interface BusConnection {
  /** Waits for the reply without a limit, or until the connection ends. Never rejects. */
  call(call: MethodCall): Promise<BusReply>;
  close(): void;
}

export interface ConnectionEvents {
  readonly signal: (signal: Signal) => void;
  /** The connection ended other than by `close`. */
  readonly lost: () => void;
}

/** The parts of the D-Bus library missing from its types. */
interface Inside {
  readonly _connection: EventEmitter & { readonly stream: EventEmitter };
}

/**
 * Connects to the session bus at the first of the `addresses` that responds. If undefined, these are the ones in
 * `DBUS_SESSION_BUS_ADDRESS`, else `$XDG_RUNTIME_DIR/bus`. Null if there is none, or none responds within `timeLimit`.
 * Never rejects.
 */
export async function connectToSessionBus(
  addresses: string | undefined,
  events: ConnectionEvents,
  timeLimit: Milliseconds,
): Promise<BusConnection | null> {
  // Imported on demand: the app's start doesn't wait for it, and other systems never need it.
  const library = await import('@jellybrick/dbus-next');
  const begun = performance.now();
  const { DBUS_SESSION_BUS_ADDRESS: usual, XDG_RUNTIME_DIR: runtimeFolder } = process.env;
  for (const address of busAddresses(addresses ?? usual, runtimeFolder)) {
    const left = Math.max(0, timeLimit - (performance.now() - begun));
    const connection = await connectTo(address, library, events, left);
    if (connection !== null) return connection;
  }
  return null;
}

function connectTo(
  address: string,
  library: Library,
  events: ConnectionEvents,
  timeLimit: Milliseconds,
): Promise<BusConnection | null> {
  return new Promise((resolve) => {
    let state: 'connecting' | 'connected' | 'over' = 'connecting';
    const underWay = new Set<(reply: BusReply) => void>();
    const bus = library.sessionBus({ busAddress: address });
    const end = () => {
      const was = state;
      state = 'over';
      clearTimeout(giveUp);
      bus.disconnect();
      for (const answer of underWay) answer({ kind: 'no-bus' });
      underWay.clear();
      resolve(null);
      return was;
    };
    const giveUp = setTimeout(end, timeLimit);
    const fail = () => {
      if (state !== 'over' && end() === 'connected') events.lost();
    };
    // The library emits these although its types omit them, and reports the end of the bus in no other way.
    const emitter = bus as EventEmitter;
    emitter.on('error', fail);
    const { _connection: connection } = bus as unknown as Inside;
    connection.on('end', fail);
    connection.once('connect', () => endAtNonsense(connection.stream, fail));
    emitter.once('connect', () => {
      // It connected after the time limit.
      if (state === 'over') return bus.disconnect();
      state = 'connected';
      clearTimeout(giveUp);
      resolve({ call: (call) => callOn(bus, library, call, underWay), close: () => void end() });
    });
    bus.on('message', (message) => {
      if (message.type === library.MessageType.SIGNAL) events.signal(signalOf(message, library));
    });
  });
}

/**
 * The library parses incoming data in a `readable` listener that it adds at the end of its handshake, and throws on
 * anything that isn't a message. Uncaught, that would be an error of the app.
 */
function endAtNonsense(stream: EventEmitter, fail: () => void): void {
  const on = stream.on.bind(stream);
  stream.on = (event: string | symbol, listener: (...args: unknown[]) => void) => {
    if (event !== 'readable') return on(event, listener);
    return on(event, (...args) => {
      try {
        listener(...args);
      } catch {
        fail();
      }
    });
  };
}

function callOn(
  bus: MessageBus,
  library: Library,
  call: MethodCall,
  underWay: Set<(reply: BusReply) => void>,
): Promise<BusReply> {
  return new Promise((resolve) => {
    const done = (reply: BusReply) => {
      underWay.delete(done);
      resolve(reply);
    };
    underWay.add(done);
    const failed = (error: unknown) => done({ kind: 'error', name: errorName(error) });
    try {
      const returned = (message: Message | null) => done({ kind: 'returned', body: bodyOf(message, library) });
      bus.call(messageOf(call, library)).then(returned).catch(failed);
    } catch (error) {
      // The library can't encode the body, such as a string with NUL.
      failed(error);
    }
  });
}

function messageOf(call: MethodCall, library: Library): Message {
  const { to, path, interface: name, member, signature = '', body = [] } = call;
  const values = body.map((value) => toWire(value, library.Variant));
  return new library.Message({ destination: to, path, interface: name, member, signature, body: values });
}

function signalOf(message: Message, library: Library): Signal {
  const { sender = '', path = '', interface: name = '', member = '' } = message;
  return { sender, path, interface: name, member, body: bodyOf(message, library) };
}

function bodyOf(message: Message | null, library: Library): readonly unknown[] {
  return (message?.body ?? []).map((value) => fromWire(value, library.Variant));
}

function errorName(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : 'org.freedesktop.DBus.Error.Failed';
}
