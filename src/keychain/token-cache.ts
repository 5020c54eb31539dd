import type { PrinterId } from '../domain/printer.ts';
import type { KeepSecret } from '../domain/results.ts';
import type { Secret } from '../domain/secret.ts';
import type { SecretRead, SecretRemoval, SecretStore, SecretWrite } from './secret-store.ts';

/**
 * The tokens in use. Each is read from the keychain once and then held in the main process's memory: a keychain that
 * gets locked later, or asks for leave at every reading, then disturbs neither the polls nor the user. What else opens
 * the printer's own plugin is held likewise, for printers whose prints are watched and no others. The rest of the entry is
 * not kept in memory, unless there is no entry. Measured and weighed in docs/security.md.
 */
export class TokenCache implements SecretStore {
  readonly #keychain: SecretStore;
  readonly #hide: (value: string) => void;
  readonly #watchesPrints: (id: PrinterId) => boolean;
  readonly #held = new Map<PrinterId, Secret>();
  /** Those of which all is held that opens the plugin; whether there is anything of that, their secret shows. */
  readonly #withAccess = new Set<PrinterId>();
  readonly #untilQuit = new Set<PrinterId>();

  /**
   * `hide` is called with every secret value before it is used, so that no log line can show it. `watchesPrints` says of which
   * printers the credentials of the plugin are needed.
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

  /** As the store's, but of the secret it gives only what is needed of what the keychain keeps. */
  async read(id: PrinterId): Promise<SecretRead> {
    const held = this.#held.get(id);
    if (held !== undefined) return { kind: 'found', secret: held };
    return this.#readKept(id);
  }

  /** The same, with the credentials of the printer's plugin as far as there are any; they may have to be fetched first. */
  async readAccess(id: PrinterId): Promise<SecretRead> {
    const held = this.#held.get(id);
    if (held !== undefined && this.#withAccess.has(id)) return { kind: 'found', secret: held };
    return this.#readKept(id);
  }

  /** Whether there are credentials of the printer's plugin; null when nobody has looked, or needs them. */
  hasAccess(id: PrinterId): boolean | null {
    const held = this.#held.get(id);
    if (held === undefined || !this.#withAccess.has(id) || !this.#watchesPrints(id)) return null;
    return held.url !== undefined && (held.authBearerToken ?? held.authBasicHttpPassword) !== undefined;
  }

  /** Lets go of the credentials of plugins whose printers' prints are not watched any more. */
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

  /** Has the log strike out a secret that came from outside; to be called before anything is done with it. */
  conceal(secret: Secret): void {
    for (const value of Object.values(secret)) this.#hide(value);
  }

  async write(id: PrinterId, secret: Secret, keep: KeepSecret = 'keychain'): Promise<SecretWrite> {
    this.conceal(secret);
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

  /** Whether the printer's secret is kept in memory only, because the user chose so. */
  isUntilQuit(id: PrinterId): boolean {
    return this.#untilQuit.has(id);
  }

  /** Lets go of what is held in memory; the keychain keeps its entry. */
  forget(id: PrinterId): void {
    this.#held.delete(id);
    this.#withAccess.delete(id);
    this.#untilQuit.delete(id);
  }

  #hold(id: PrinterId, secret: Secret): Secret {
    const withAccess = this.#watchesPrints(id) || this.#untilQuit.has(id);
    const held = this.#untilQuit.has(id) ? secret : withAccess ? tokenAndAccess(secret) : tokenAlone(secret);
    this.conceal(held);
    this.#held.set(id, held);
    if (withAccess) this.#withAccess.add(id);
    else this.#withAccess.delete(id);
    return held;
  }

  /** Whose token this is, as far as the tokens in use are known. */
  printersWith(appApiToken: string): readonly PrinterId[] {
    return [...this.#held].flatMap(([id, secret]) => (secret.appApiToken === appApiToken ? [id] : []));
  }
}

function tokenAlone({ appApiToken }: Secret): Secret {
  return { appApiToken };
}

/** Without what no request needs: the id of the connection, and OctoPrint's own key. */
function tokenAndAccess({ id: _id, octoPrintApiKey: _key, ...needed }: Secret): Secret {
  return needed;
}
