import type { KeychainError } from '../domain/outcome.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { troubleOf } from './keychain-status.ts';
import type { Keytar } from './keytar.ts';
import type { SecretServiceLook } from './secret-service.ts';

/** A call that takes longer is waiting for the user. Without a prompt, calls took at most 2 s, on a busy machine. */
const asksAfter: Milliseconds = 4 * SECOND;

/** Calls keytar and explains failures, using the state of the Secret Service where there is one. Never rejects. */
export class KeytarCalls {
  readonly #keytar: () => Promise<Keytar>;
  readonly #secretService: Pick<SecretServiceLook, 'state'> | null;
  #isSlow = false;
  #tell: (asking: boolean) => void = () => {};

  constructor(keytar: () => Promise<Keytar>, secretService: Pick<SecretServiceLook, 'state'> | null) {
    this.#keytar = keytar;
    this.#secretService = secretService;
  }

  /** `listener` is called when a call starts waiting for the user, judging by its duration, and when it stops. */
  onAsking(listener: (asking: boolean) => void): void {
    this.#tell = listener;
  }

  /** Whether the current call has taken so long that it must be waiting for the user. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  async make<Value>(use: (keytar: Keytar) => Promise<Value>): Promise<{ readonly value: Value } | KeychainError> {
    const timer = setTimeout(() => {
      this.#isSlow = true;
      this.#tell(true);
    }, asksAfter);
    const made = await this.#make(use);
    clearTimeout(timer);
    if (this.#isSlow) this.#tell(false);
    this.#isSlow = false;
    return made;
  }

  async #make<Value>(use: (keytar: Keytar) => Promise<Value>): Promise<{ readonly value: Value } | KeychainError> {
    let keytar: Keytar;
    try {
      keytar = await this.#keytar();
    } catch {
      return this.#secretService === null ? 'refused' : 'no-secret-service';
    }
    try {
      return { value: await use(keytar) };
    } catch {
      return this.#secretService === null ? 'refused' : (troubleOf(await this.#secretService.state()) ?? 'refused');
    }
  }
}
