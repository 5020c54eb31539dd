import { type Milliseconds, SECOND } from '../domain/time.ts';
import type { Keytar } from './keytar.ts';
import type { KeytarCall, KeytarMessage } from './keytar-protocol.ts';

/** A process that runs `serveKeytar`. */
export interface HelperProcess {
  post(call: KeytarCall): void;
  onMessage(take: (message: KeytarMessage) => void): void;
  onExit(take: () => void): void;
  /** Kills it at once, whatever it is doing. */
  end(): void;
}

export interface KeytarHelper {
  /**
   * Resolves to keytar in its own process, started if necessary. Rejects when keytar cannot be loaded; if the process
   * cannot be started or ends, the calls reject.
   */
  open(): Promise<Keytar>;
  /** Ends the process, even during a call, which then rejects. */
  end(): void;
}

/** Long enough for a burst of calls, as at startup; then the process ends, and the secrets it has seen with it. */
const idleLimit: Milliseconds = 2 * SECOND;

/**
 * Calls keytar in a helper process that runs only while there are calls. It ends `idle` ms after the last response, and
 * at once after a rejected call: libsecret stays bound to the keyring process it first talked to, and once that has
 * been replaced only a new helper process can reach it.
 */
export function createKeytarProcess(start: () => HelperProcess, idle: Milliseconds = idleLimit): KeytarHelper {
  let running: Run | null = null;

  function begin(): Run {
    return new Run(start(), idle, () => {
      running = null;
    });
  }

  return {
    async open() {
      running ??= begin();
      const run = running;
      await run.ready();
      const entry = (service: string, account: string) => ({ service, account });
      return {
        getPassword: async (service, account) =>
          (await run.call({ verb: 'getPassword', ...entry(service, account) })) as string | null,
        setPassword: async (service, account, password) => {
          await run.call({ verb: 'setPassword', ...entry(service, account), password });
        },
        deletePassword: async (service, account) =>
          (await run.call({ verb: 'deletePassword', ...entry(service, account) })) === true,
      };
    },
    end() {
      running?.end();
    },
  };
}

type WithoutNumber<Call> = Call extends unknown ? Omit<Call, 'number'> : never;
type HelperReply = Extract<KeytarMessage, { readonly number: number }>;
type Value = string | boolean | null;

/** A promise with the functions that settle it. */
class Pending<Result> {
  resolve: (result: Result) => void = () => {};
  reject: (error: Error) => void = () => {};
  readonly promise = new Promise<Result>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

/** One run of the helper process. */
class Run {
  readonly #process: HelperProcess;
  readonly #idle: Milliseconds;
  readonly #over: () => void;
  readonly #loaded = new Pending<void>();
  readonly #waiting = new Map<number, Pending<Value>>();
  #ended = false;
  #calls = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(process: HelperProcess, idle: Milliseconds, over: () => void) {
    this.#process = process;
    this.#idle = idle;
    this.#over = over;
    process.onMessage((message) => this.#take(message));
    process.onExit(() => this.#finish());
  }

  /** Resolves when the process is ready or has ended; rejects without keytar. */
  ready(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#loaded.promise;
  }

  call(call: WithoutNumber<KeytarCall>): Promise<Value> {
    const answered = new Pending<Value>();
    if (this.#ended) {
      answered.reject(new Error('The keychain helper has ended.'));
    } else {
      clearTimeout(this.#timer);
      this.#calls += 1;
      this.#waiting.set(this.#calls, answered);
      this.#process.post({ ...call, number: this.#calls });
    }
    return answered.promise;
  }

  end(): void {
    this.#process.end();
    this.#finish();
  }

  #take(message: KeytarMessage): void {
    if (message === 'ready') {
      this.#loaded.resolve();
    } else if (message === 'no-keytar') {
      this.#loaded.reject(new Error('keytar cannot be loaded.'));
      this.end();
    } else {
      this.#answer(message);
    }
  }

  #answer(response: HelperReply): void {
    const waiting = this.#waiting.get(response.number);
    this.#waiting.delete(response.number);
    if ('rejected' in response) {
      waiting?.reject(new Error('The keychain rejected the call.'));
      this.end();
      return;
    }
    waiting?.resolve(response.value);
    if (this.#waiting.size === 0) this.#timer = setTimeout(() => this.end(), this.#idle);
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#over();
    this.#loaded.resolve();
    for (const { reject } of this.#waiting.values()) reject(new Error('The keychain helper has ended.'));
    this.#waiting.clear();
  }
}
