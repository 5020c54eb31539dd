import { type Answered, outcomeAlone } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { InfoClient } from '../octoeverywhere/info-client.ts';

export interface InfoRequestParts {
  readonly fleet: Fleet;
  readonly tokens: TokenCache;
  readonly client: InfoClient;
}

/** Asks OctoEverywhere about listed printers, each with its token from the keychain. */
export class InfoRequests {
  readonly #parts: InfoRequestParts;

  constructor(parts: InfoRequestParts) {
    this.#parts = parts;
  }

  /** Asks once; an abort of `signal` ends that. Never rejects. */
  async ask(id: PrinterId, signal?: AbortSignal): Promise<Answered> {
    const { fleet, tokens, client } = this.#parts;
    const read = await tokens.read(id);
    // Removed while its secret was read: nobody would let go of that again.
    if (fleet.get(id) === undefined) tokens.forget(id);
    // Its time is up: what comes now is too late, and nothing is asked any more.
    if (signal?.aborted) return outcomeAlone({ kind: 'no-answer', problem: { type: 'keychain', why: 'locked' } });
    switch (read.kind) {
      case 'found':
        return client.ask(read.secret.appApiToken, signal);
      case 'missing':
        return outcomeAlone({ kind: 'token-lost' });
      case 'unavailable':
        return outcomeAlone({ kind: 'no-answer', problem: { type: 'keychain', why: read.why } });
    }
  }
}
