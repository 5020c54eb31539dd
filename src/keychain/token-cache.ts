import type { PrinterId } from '../domain/printer.ts';
import type { KeepSecret } from '../domain/results.ts';
import type { Secret } from '../domain/secret.ts';
import type { SecretRead, SecretRemoval, SecretStore, SecretWrite } from './secret-store.ts';

/**
 * The tokens in use. Each is read from the keychain once and then held in the main process's memory: a keychain that
 * gets locked later, or asks for leave at every reading, then disturbs neither the polls nor the user. What else the
 * entry holds opens the printer itself and no poll needs it, so it is not kept in memory, unless there is no entry.
 * Measured and weighed in docs/security.md.
 */
export class TokenCache implements SecretStore {
  readonly #keychain: SecretStore;
  readonly #hide: (value: string) => void;
  readonly #held = new Map<PrinterId, Secret>();
  readonly #untilQuit = new Set<PrinterId>();

  /** `hide` is told of every secret value before it is used, so that no log line can show it. */
  constructor(keychain: SecretStore, hide: (value: string) => void) {
    this.#keychain = keychain;
    this.#hide = hide;
  }

  /** As the store's, but of the secret it gives only the `appApiToken` for what the keychain keeps. */
  async read(id: PrinterId): Promise<SecretRead> {
    const held = this.#held.get(id);
    if (held !== undefined) return { kind: 'found', secret: held };
    const read = await this.#keychain.read(id);
    if (read.kind !== 'found') return read;
    return { kind: 'found', secret: this.#hold(id, tokenAlone(read.secret)) };
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
    this.#hold(id, keep === 'keychain' ? tokenAlone(secret) : secret);
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
    this.#untilQuit.delete(id);
  }

  #hold(id: PrinterId, secret: Secret): Secret {
    this.#hide(secret.appApiToken);
    this.#held.set(id, secret);
    return secret;
  }

  /** Whose token this is, as far as the tokens in use are known. */
  printersWith(appApiToken: string): readonly PrinterId[] {
    return [...this.#held].flatMap(([id, secret]) => (secret.appApiToken === appApiToken ? [id] : []));
  }
}

function tokenAlone({ appApiToken }: Secret): Secret {
  return { appApiToken };
}
