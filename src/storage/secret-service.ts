import type { EventEmitter } from 'node:events';
import type { Message, MessageBus } from '@jellybrick/dbus-next';
import type { Milliseconds } from '../domain/time.ts';

/** The state of Linux's Secret Service (GNOME Keyring, KWallet, KeePassXC…) as it tells it without asking the user. */
export type SecretServiceState =
  | 'no-session-bus'
  | 'no-secret-service'
  | 'locked'
  | 'unlocked'
  /** The service has no default keyring (yet): a write would ask the user to make one. */
  | 'no-keyring'
  | 'unknown';

const SERVICE = 'org.freedesktop.secrets';
const PATIENCE: Milliseconds = 3_000;

/**
 * Asks the Secret Service on the session bus whether its default keyring is locked. Unlike any call of libsecret on a
 * locked keyring this never makes a prompt appear, and unlike libsecret's error texts the answer is the same in every
 * language. Never throws; `unknown` after 3 s. Source: the Secret Service API specification 0.2, `ReadAlias` and
 * `Locked`.
 */
export async function askSecretService(): Promise<SecretServiceState> {
  // Loaded here because hardly any run of the app ever needs it.
  const dbus = await import('@jellybrick/dbus-next');
  let bus: MessageBus;
  try {
    bus = dbus.sessionBus();
  } catch {
    return 'no-session-bus';
  }
  const call = (path: string, interfaceName: string, member: string, ...body: string[]) =>
    bus.call(
      new dbus.Message({
        destination: SERVICE,
        path,
        interface: interfaceName,
        member,
        signature: 's'.repeat(body.length),
        body,
      }),
    );
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      isLocked(call),
      new Promise<SecretServiceState>((resolve) => {
        // The library emits connection errors, though its types do not say so.
        (bus as EventEmitter).on('error', () => resolve('no-session-bus'));
      }),
      new Promise<SecretServiceState>((resolve) => {
        timer = setTimeout(resolve, PATIENCE, 'unknown');
      }),
    ]);
  } catch {
    return 'unknown';
  } finally {
    clearTimeout(timer);
    bus.disconnect();
  }
}

type Call = (path: string, interfaceName: string, member: string, ...body: string[]) => Promise<Message | null>;

async function isLocked(call: Call): Promise<SecretServiceState> {
  try {
    const alias = await call('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service', 'ReadAlias', 'default');
    const collection: unknown = alias?.body[0];
    if (typeof collection !== 'string') return 'unknown';
    if (collection === '/') return 'no-keyring';
    const properties = 'org.freedesktop.DBus.Properties';
    const answer = await call(collection, properties, 'Get', 'org.freedesktop.Secret.Collection', 'Locked');
    const locked = (answer?.body[0] as { readonly value?: unknown } | undefined)?.value;
    return typeof locked === 'boolean' ? (locked ? 'locked' : 'unlocked') : 'unknown';
  } catch (error) {
    const type = error instanceof Error && 'type' in error ? String(error.type) : '';
    const gone = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|Spawn\.)/;
    return gone.test(type) ? 'no-secret-service' : 'unknown';
  }
}
