import { type MessageBus, Variant } from '@jellybrick/dbus-next';
import type { DesktopSession } from './keychain-session.ts';
import { callMethod, connectToBus } from './session-bus.mjs';

const service = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const internal = { ...service, interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface' };
const usual = { ...service, interface: 'org.freedesktop.Secret.Service' };

/** Changes which keyrings GNOME Keyring has and which of them is the default, like Passwords and Keys (Seahorse). */
export class Keyrings {
  readonly #bus: MessageBus;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  static async of(session: DesktopSession): Promise<Keyrings> {
    return new Keyrings(await connectToBus(String(session.environment['DBUS_SESSION_BUS_ADDRESS'])));
  }

  /** Creates an unlocked keyring; resolves to its path. */
  async create(label: string): Promise<string> {
    const properties = { 'org.freedesktop.Secret.Collection.Label': new Variant('s', label) };
    const body = [properties, await this.#password()];
    const call = { ...internal, member: 'CreateWithMasterPassword', signature: 'a{sv}(oayays)', body };
    return String((await callMethod(this.#bus, call))[0]);
  }

  /** Makes a keyring the one for new entries; `/` for none. */
  async makeDefault(keyring: string): Promise<void> {
    await callMethod(this.#bus, { ...usual, member: 'SetAlias', signature: 'so', body: ['default', keyring] });
  }

  async rename(keyring: string, label: string): Promise<void> {
    const set = { to: service.to, path: keyring, interface: 'org.freedesktop.DBus.Properties', member: 'Set' };
    const body = ['org.freedesktop.Secret.Collection', 'Label', new Variant('s', label)];
    await callMethod(this.#bus, { ...set, signature: 'ssv', body });
  }

  async lock(keyring: string): Promise<void> {
    await callMethod(this.#bus, { ...usual, member: 'Lock', signature: 'ao', body: [[keyring]] });
  }

  close(): void {
    this.#bus.disconnect();
  }

  async #password(): Promise<readonly unknown[]> {
    const open = { ...usual, member: 'OpenSession', signature: 'sv', body: ['plain', new Variant('s', '')] };
    const [, session] = await callMethod(this.#bus, open);
    return [session, Buffer.alloc(0), Buffer.from('example-password'), 'text/plain'];
  }
}
