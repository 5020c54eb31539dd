import { Variant } from '@jellybrick/dbus-next';
import { until } from './processes.mjs';
import { callMethod, nameHasOwner } from './session-bus.mjs';

const SERVICE = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const COLLECTION = '/org/freedesktop/secrets/collection/login';
const PASSWORD = 'example-keyring-password';

/** A real GNOME Keyring, the Secret Service that keytar talks to on Linux. It starts with `start`. */
export class Keyring {
  /**
   * @param {import('./processes.mjs').Processes} processes
   * @param {import('@jellybrick/dbus-next').MessageBus} bus
   */
  constructor(processes, bus) {
    this.processes = processes;
    this.bus = bus;
    /** @type {import('node:child_process').ChildProcess | null} */
    this.daemon = null;
    this.made = false;
  }

  /**
   * Starts the daemon with a keyring that has a password; `locked` is the state after a login without password.
   * @param {'unlocked' | 'locked'} state
   */
  async start(state) {
    if (state === 'locked' && !this.made) {
      await this.start('unlocked');
      await this.kill();
    }
    const unlock = state === 'unlocked' ? ['--unlock'] : [];
    const args = ['--foreground', '--components=secrets', ...unlock];
    this.daemon = this.processes.start('gnome-keyring-daemon', args, state === 'unlocked' ? { input: PASSWORD } : {});
    await until('the keyring', () => nameHasOwner(this.bus, SERVICE.to));
    await until(`the keyring to be ${state}`, async () => (await this.isLocked()) === (state === 'locked'));
    this.made = true;
  }

  /** @returns {Promise<boolean>} */
  async isLocked() {
    const [value] = await callMethod(this.bus, {
      ...SERVICE,
      path: COLLECTION,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: ['org.freedesktop.Secret.Collection', 'Locked'],
    });
    return value.value === true;
  }

  async lock() {
    const name = { interface: 'org.freedesktop.Secret.Service', member: 'Lock', signature: 'ao' };
    await callMethod(this.bus, { ...SERVICE, ...name, body: [[COLLECTION]] });
    await until('the keyring to be locked', () => this.isLocked());
  }

  /** Passes the password to the keyring, with the call that it provides for the login screen. */
  async unlock() {
    const [, session] = await callMethod(this.bus, {
      ...SERVICE,
      interface: 'org.freedesktop.Secret.Service',
      member: 'OpenSession',
      signature: 'sv',
      body: ['plain', new Variant('s', '')],
    });
    await callMethod(this.bus, {
      ...SERVICE,
      interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
      member: 'UnlockWithMasterPassword',
      signature: 'o(oayays)',
      body: [COLLECTION, [session, Buffer.alloc(0), Buffer.from(PASSWORD), 'text/plain']],
    });
    await until('the keyring to be unlocked', async () => !(await this.isLocked()));
  }

  /** Kills the daemon, like a crash. The keyring's content stays on disk. */
  async kill() {
    this.daemon?.kill('SIGKILL');
    await until('the keyring to be gone', async () => !(await nameHasOwner(this.bus, SERVICE.to)));
  }

  /** @param {'unlocked' | 'locked'} state */
  async restart(state) {
    await this.kill();
    await this.start(state);
  }
}
