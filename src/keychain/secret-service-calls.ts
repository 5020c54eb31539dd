import type { BusReply, MethodCall } from '../dbus/bus-connection.ts';
import { busDaemon } from '../dbus/bus-daemon.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';

export const SECRET_SERVICE = 'org.freedesktop.secrets';

/** How long one question to the Secret Service may take, with all its calls. */
export const responseTimeout: Milliseconds = 3 * SECOND;

const path = '/org/freedesktop/secrets';
const properties = 'org.freedesktop.DBus.Properties';
const collectionInterface = 'org.freedesktop.Secret.Collection';

/** Who provides the Secret Service; `unknown` if the bus doesn't say so in time. */
export type SecretServiceProvider =
  | { readonly kind: 'gnome-keyring'; readonly owner: string }
  | { readonly kind: 'other' | 'unknown' };

/**
 * Calls of the Secret Service API 0.2 that never show a prompt. `until` is an instant of `performance.now()`, by which
 * they give up. Nothing here rejects.
 */
export class SecretServiceCalls {
  readonly #bus: SessionBus;

  constructor(bus: SessionBus) {
    this.#bus = bus;
  }

  /** A method of the service itself. */
  service(until: number, member: string, signature: string, body: readonly unknown[]): Promise<BusReply> {
    return this.on(until, path, 'org.freedesktop.Secret.Service', member, signature, body);
  }

  /** Returns the path of the keyring for new entries; `/` if there is none. */
  readDefault(until: number): Promise<BusReply> {
    return this.service(until, 'ReadAlias', 's', ['default']);
  }

  isLocked(until: number, keyring: string): Promise<BusReply> {
    return this.on(until, keyring, properties, 'Get', 'ss', [collectionInterface, 'Locked']);
  }

  /**
   * Resolves to the keyrings with entries of OctoGlance. Each keyring is searched separately: a search of the whole
   * service makes KeePassXC ask the user to open its databases.
   */
  async keyringsWithEntries(until: number): Promise<readonly string[]> {
    const reply = await this.on(until, path, properties, 'Get', 'ss', [
      'org.freedesktop.Secret.Service',
      'Collections',
    ]);
    const all = reply.kind === 'returned' && Array.isArray(reply.body[0]) ? reply.body[0].map(String) : [];
    const found: string[] = [];
    for (const keyring of all) {
      const wanted = [{ service: 'OctoGlance' }];
      const entries = await this.on(until, keyring, collectionInterface, 'SearchItems', 'a{ss}', wanted);
      if (entries.kind === 'returned' && Array.isArray(entries.body[0]) && entries.body[0].length > 0)
        found.push(keyring);
    }
    return found;
  }

  /** Resolves to who provides the service. GNOME Keyring owns a name of its own as well; `owner` is its process's. */
  async provider(until: number): Promise<SecretServiceProvider> {
    const owners = await Promise.all(
      [SECRET_SERVICE, 'org.gnome.keyring'].map((name) =>
        this.#call(until, { ...busDaemon, member: 'GetNameOwner', signature: 's', body: [name] }),
      ),
    );
    if (owners.some(({ kind }) => kind === 'no-answer')) return { kind: 'unknown' };
    const [service, gnome] = owners.map((owner) => (owner.kind === 'returned' ? owner.body[0] : null));
    return typeof gnome === 'string' && gnome === service ? { kind: 'gnome-keyring', owner: gnome } : { kind: 'other' };
  }

  on(
    until: number,
    object: string,
    interfaceName: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<BusReply> {
    return this.#call(until, { to: SECRET_SERVICE, path: object, interface: interfaceName, member, signature, body });
  }

  #call(until: number, call: MethodCall): Promise<BusReply> {
    return this.#bus.call({ ...call, timeLimit: Math.max(0, until - performance.now()) });
  }
}
