import type { KeychainError } from '../domain/outcome.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { troubleOf } from './keychain-status.ts';
import type { Keytar } from './keytar.ts';
import type { SecretServiceCheck } from './secret-service.ts';

/** A call that takes longer is waiting for the user. Without a prompt, calls took at most 2 s, on a busy machine. */
const asksAfter: Milliseconds = 4 * SECOND;

/** Calls keytar and explains failures, using the state of the Secret Service where there is one. Never rejects. */
export class KeytarCalls {
  readonly #keytar: () => Promise<Keytar>;
  readonly #secretService: Pick<SecretServiceCheck, 'state' | 'onPrompt'> | null;
  #isSlow = false;
  #isPrompting = false;
  #notify: (asking: boolean) => void = () => {};

  constructor(keytar: () => Promise<Keytar>, secretService: Pick<SecretServiceCheck, 'state' | 'onPrompt'> | null) {
    this.#keytar = keytar;
    this.#secretService = secretService;
    secretService?.onPrompt((open) => {
      this.#isPrompting = open;
      this.#notify(this.#isSlow || open);
    });
  }

  /**
   * `listener` is called when a call starts waiting for the user, judging by its duration, or a prompt is open that the
   * user asked for, and when neither is so any more.
   */
  onAsking(listener: (asking: boolean) => void): void {
    this.#notify = listener;
  }

  /** Whether the current call has taken so long that it must be waiting for the user. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** Whether a prompt is open that the user asked for. */
  get isPrompting(): boolean {
    return this.#isPrompting;
  }

  async make<Value>(use: (keytar: Keytar) => Promise<Value>): Promise<{ readonly value: Value } | KeychainError> {
    const timer = setTimeout(() => {
      this.#isSlow = true;
      this.#notify(true);
    }, asksAfter);
    const made = await this.#make(use);
    clearTimeout(timer);
    const wasSlow = this.#isSlow;
    this.#isSlow = false;
    if (wasSlow) this.#notify(this.#isPrompting);
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
