import type { KeychainError } from '../domain/outcome.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { troubleOf } from './keychain-status.ts';
import type { Keytar } from './keytar.ts';
import type { SecretServiceLook } from './secret-service.ts';

/** A call that takes longer has a question before the user. Without one it took 2 s at most, on a busy machine. */
const asksAfter: Milliseconds = 4 * SECOND;

/** Calls keytar and says what a failure means, where there is a Secret Service by what that tells. Never rejects. */
export class KeytarCalls {
  readonly #keytar: () => Promise<Keytar>;
  readonly #secretService: Pick<SecretServiceLook, 'state'> | null;
  #isSlow = false;
  #tell: (asking: boolean) => void = () => {};

  constructor(keytar: () => Promise<Keytar>, secretService: Pick<SecretServiceLook, 'state'> | null) {
    this.#keytar = keytar;
    this.#secretService = secretService;
  }

  /** `listener` hears when a call begins to wait for the user, as far as its length tells, and when no more. */
  onAsking(listener: (asking: boolean) => void): void {
    this.#tell = listener;
  }

  /** Whether the one under way takes so long that it waits for the user. */
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
