import type { Answer } from '../dbus/bus-connection.ts';
import { theSessionBus } from '../dbus/session-bus.ts';
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
  const until = performance.now() + PATIENCE;
  const call = (path: string, interfaceName: string, member: string, ...body: string[]) =>
    theSessionBus().call({
      to: SERVICE,
      path,
      interface: interfaceName,
      member,
      signature: 's'.repeat(body.length),
      body,
      timeLimit: Math.max(0, until - performance.now()),
    });
  const alias = await call('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service', 'ReadAlias', 'default');
  if (alias.kind !== 'returned') return whyNot(alias);
  const [collection] = alias.body;
  if (typeof collection !== 'string') return 'unknown';
  if (collection === '/') return 'no-keyring';
  const properties = 'org.freedesktop.DBus.Properties';
  const answer = await call(collection, properties, 'Get', 'org.freedesktop.Secret.Collection', 'Locked');
  if (answer.kind !== 'returned') return whyNot(answer);
  const [locked] = answer.body;
  return typeof locked === 'boolean' ? (locked ? 'locked' : 'unlocked') : 'unknown';
}

function whyNot(answer: Exclude<Answer, { kind: 'returned' }>): SecretServiceState {
  if (answer.kind === 'no-bus') return 'no-session-bus';
  const gone = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|Spawn\.)/;
  return answer.kind === 'error' && gone.test(answer.name) ? 'no-secret-service' : 'unknown';
}
