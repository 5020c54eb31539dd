import type { PrinterId } from '../domain/printer.ts';
import type { KeepSecret } from '../domain/results.ts';
import type { Secret } from '../domain/secret.ts';
import type { SecretRead, SecretRemoval, SecretStore, SecretWrite } from './secret-store.ts';

/**
 * The tokens in use. Each is read from the keychain once and then cached in the main process's memory, so that a
 * keychain that is locked later, or asks for permission on every read, disturbs neither the polls nor the user. The
 * credentials for the printer's plugin are cached too, but only for printers whose prints are watched. The rest of the
 * entry is not kept in memory, unless there is no entry. Reasons and measurements: docs/security.md.
 */
export class TokenCache implements SecretStore {
  readonly #keychain: SecretStore;
  readonly #hide: (value: string) => void;
  readonly #watchesPrints: (id: PrinterId) => boolean;
  readonly #held = new Map<PrinterId, Secret>();
  /** Printers whose cached secret includes the plugin's credentials, if there are any. */
  readonly #withAccess = new Set<PrinterId>();
  readonly #untilQuit = new Set<PrinterId>();

  /**
   * `hide` is called with every secret value before it is used, so that no log line can contain it. `watchesPrints`
   * returns whether a printer's plugin credentials are needed.
   */
  constructor(
    keychain: SecretStore,
    hide: (value: string) => void,
    watchesPrints: (id: PrinterId) => boolean = () => false,
  ) {
    this.#keychain = keychain;
    this.#hide = hide;
    this.#watchesPrints = watchesPrints;
  }

  /** Like {@link SecretStore.read}, but returns only the parts of the keychain's secret that are needed. */
  async read(id: PrinterId): Promise<SecretRead> {
    const held = this.#held.get(id);
    if (held !== undefined) return { kind: 'found', secret: held };
    return this.#readKept(id);
  }

  /** Like {@link read}, including the plugin's credentials if there are any; may have to read the keychain for them. */
  async readAccess(id: PrinterId): Promise<SecretRead> {
    const held = this.#held.get(id);
    if (held !== undefined && this.#withAccess.has(id)) return { kind: 'found', secret: held };
    return this.#readKept(id);
  }

  /** Whether there are credentials for the printer's plugin; null when not read yet, or not needed. */
  hasAccess(id: PrinterId): boolean | null {
    const held = this.#held.get(id);
    if (held === undefined || !this.#withAccess.has(id) || !this.#watchesPrints(id)) return null;
    return held.url !== undefined && (held.authBearerToken ?? held.authBasicHttpPassword) !== undefined;
  }

  /** Drops plugin credentials of printers whose prints are no longer watched. */
  dropUnwatched(): void {
    for (const id of [...this.#withAccess]) {
      const held = this.#held.get(id);
      if (held === undefined || this.#watchesPrints(id) || this.#untilQuit.has(id)) continue;
      this.#withAccess.delete(id);
      this.#held.set(id, tokenAlone(held));
    }
  }

  async #readKept(id: PrinterId): Promise<SecretRead> {
    const read = await this.#keychain.read(id);
    return read.kind === 'found' ? { kind: 'found', secret: this.#hold(id, read.secret) } : read;
  }

  /** Makes the log redact a secret from outside; to be called before anything else is done with it. */
  register(secret: Secret): void {
    for (const value of Object.values(secret)) this.#hide(value);
  }

  async write(id: PrinterId, secret: Secret, keep: KeepSecret = 'keychain'): Promise<SecretWrite> {
    this.register(secret);
    if (keep === 'keychain') {
      const written = await this.#keychain.write(id, secret);
      if (written.kind !== 'kept') return written;
      this.#untilQuit.delete(id);
    } else {
      this.#untilQuit.add(id);
    }
    this.#hold(id, secret);
    return { kind: 'kept' };
  }

  async remove(id: PrinterId): Promise<SecretRemoval> {
    if (!this.#untilQuit.has(id)) {
      const removed = await this.#keychain.remove(id);
      if (removed.kind !== 'gone') return removed;
    }
    this.forget(id);
    return { kind: 'gone' };
  }

  /** Whether the printer's secret is only in memory, because the user chose so. */
  isUntilQuit(id: PrinterId): boolean {
    return this.#untilQuit.has(id);
  }

  /** Drops a printer from the cache; the keychain's entry stays. */
  forget(id: PrinterId): void {
    this.#held.delete(id);
    this.#withAccess.delete(id);
    this.#untilQuit.delete(id);
  }

  #hold(id: PrinterId, secret: Secret): Secret {
    const withAccess = this.#watchesPrints(id) || this.#untilQuit.has(id);
    const held = this.#untilQuit.has(id) ? secret : withAccess ? tokenAndAccess(secret) : tokenAlone(secret);
    this.register(held);
    this.#held.set(id, held);
    if (withAccess) this.#withAccess.add(id);
    else this.#withAccess.delete(id);
    return held;
  }

  /** Returns the printers with this token, among those in the cache. */
  printersWith(appApiToken: string): readonly PrinterId[] {
    return [...this.#held].flatMap(([id, secret]) => (secret.appApiToken === appApiToken ? [id] : []));
  }
}

function tokenAlone({ appApiToken }: Secret): Secret {
  return { appApiToken };
}

/** Removes what no request needs: the id of the connection, and OctoPrint's own key. */
function tokenAndAccess({ id: _id, octoPrintApiKey: _key, ...needed }: Secret): Secret {
  return needed;
}
