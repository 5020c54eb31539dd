import { homedir } from 'node:os';
import { join } from 'node:path';
import { busDaemon } from '../dbus/bus-daemon.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import { readRegularFile } from '../storage/regular-file.ts';
import { withTimeout } from '../timers/with-timeout.ts';

/** Newest first. In Plasma 6.4 and later, `ksecretd` manages the wallets. */
const services = ['org.kde.ksecretd', 'org.kde.kwalletd6', 'org.kde.kwalletd5'] as const;

/** Minimum time between two attempts to start a service that does not come up. */
const startAgainAfter: Milliseconds = MINUTE;
const timeLimit: Milliseconds = 3 * SECOND;

/**
 * What KDE's wallets need beyond the Secret Service API: `org.freedesktop.secrets` exists only while their service
 * runs, and that can be started only under its own name. Sources: kwallet 5.103, `kwalletd/main.cpp` and
 * `org.kde.KWallet.xml`. Never throws; no call shows a dialogue.
 */
export class KWallet {
  readonly #bus: SessionBus;
  readonly #environment: NodeJS.ProcessEnv;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(bus: SessionBus, environment: NodeJS.ProcessEnv = process.env) {
    this.#bus = bus;
    this.#environment = environment;
  }

  /**
   * Starts KWallet if it is installed and nothing else would provide the Secret Service. It may still quit right away.
   */
  async start(): Promise<'started' | 'disabled' | 'not-here'> {
    const names = await this.#ask('ListActivatableNames', '', []);
    if (!Array.isArray(names)) return 'not-here';
    const name = services.find((one) => names.includes(one));
    if (name === undefined) return 'not-here';
    // Do not take the place of another keychain that is starting or failed to start; in Plasma the place is KWallet's.
    const inPlasma = (this.#environment['XDG_CURRENT_DESKTOP'] ?? '').split(':').includes('KDE');
    if (!inPlasma && names.includes('org.freedesktop.secrets')) return 'not-here';
    if (await this.#isDisabled()) return 'disabled';
    if (performance.now() - this.#triedAt < startAgainAfter) return 'not-here';
    this.#triedAt = performance.now();
    const started = await this.#ask('StartServiceByName', 'su', [name, 0]);
    return typeof started === 'number' ? 'started' : 'not-here';
  }

  /**
   * Resolves to whether the wallet behind a keyring of the Secret Service `service` is open, whatever the service
   * reports; null if the service is not KWallet's.
   */
  async isOpen(service: string, keyring: string): Promise<boolean | null> {
    const owner = await this.#ask('GetNameOwner', 's', [service]);
    for (const to of services) {
      if (typeof owner !== 'string' || (await this.#ask('GetNameOwner', 's', [to])) !== owner) continue;
      const label = await this.#label(owner, keyring);
      const at = `/modules/${to.split('.').at(-1)}`;
      const call = { to: owner, path: at, interface: 'org.kde.KWallet', member: 'isOpen', timeLimit: timeLimit };
      const reply = await this.#bus.call({ ...call, signature: 's', body: [label] });
      return reply.kind === 'returned' ? reply.body[0] === true : null;
    }
    return null;
  }

  /** Resolves to the wallet's name. */
  async #label(to: string, keyring: string): Promise<string> {
    const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss', timeLimit: timeLimit };
    const body = ['org.freedesktop.Secret.Collection', 'Label'];
    const reply = await this.#bus.call({ to, path: keyring, ...get, body });
    return reply.kind === 'returned' ? String(reply.body[0]) : '';
  }

  /** Whether kwalletrc has `Enabled=false`; then the service quits as soon as it has started. */
  async #isDisabled(): Promise<boolean> {
    const { XDG_CONFIG_HOME: own, XDG_CONFIG_DIRS: shared, HOME: home = homedir() } = this.#environment;
    const folders = [own || join(home, '.config'), ...(shared || '/etc/xdg').split(':')];
    for (const folder of folders) {
      const enabled = enabledIn(
        await withTimeout(timeLimit, readRegularFile(join(folder, 'kwalletrc'))).catch(() => ''),
      );
      if (enabled !== null) return !enabled;
    }
    return false;
  }

  async #ask(member: string, signature: string, body: readonly unknown[]): Promise<unknown> {
    const reply = await this.#bus.call({ ...busDaemon, member, signature, body, timeLimit: timeLimit });
    return reply.kind === 'returned' ? reply.body[0] : null;
  }
}

/** Returns the value of `Enabled` under `[Wallet]` in a kwalletrc, with KConfig's words for false; null without one. */
function enabledIn(text: string): boolean | null {
  let enabled: boolean | null = null;
  let group = '';
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line.startsWith('[')) group = line;
    const [, value] = /^Enabled(?:\[\$\w+\])?\s*=\s*(.*)$/.exec(line) ?? [];
    if (group === '[Wallet]' && value !== undefined) enabled = !/^(false|no|off|0)$/i.test(value);
  }
  return enabled;
}
