import { type Answered, outcomeAlone } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Secret } from '../domain/secret.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { InfoClient } from '../octoeverywhere/info-client.ts';
import { LastBody } from '../octoeverywhere/last-body.ts';

export interface InfoRequestParts {
  readonly fleet: Fleet;
  readonly tokens: TokenCache;
  readonly client: InfoClient;
}

/** Requests the status of listed printers from OctoEverywhere, each with its token from the keychain. */
export class InfoRequests {
  readonly #parts: InfoRequestParts;
  /** Of each cached secret; gone with it. */
  readonly #lastBodies = new WeakMap<Secret, LastBody>();

  constructor(parts: InfoRequestParts) {
    this.#parts = parts;
  }

  /** Sends one request; `signal` aborts it. Never rejects. */
  async ask(id: PrinterId, signal?: AbortSignal): Promise<Answered> {
    const { fleet, tokens, client } = this.#parts;
    const read = await tokens.read(id);
    // Removed while its secret was being read: nothing else would drop it from the cache.
    if (fleet.get(id) === undefined) tokens.forget(id);
    // Aborted while the keychain was being read: too late to send a request.
    if (signal?.aborted) return outcomeAlone({ kind: 'no-answer', problem: { type: 'keychain', why: 'locked' } });
    switch (read.kind) {
      case 'found':
        return client.ask(read.secret.appApiToken, signal, this.#lastBodyFor(read.secret));
      case 'missing':
        return outcomeAlone({ kind: 'token-lost' });
      case 'unavailable':
        return outcomeAlone({ kind: 'no-answer', problem: { type: 'keychain', why: read.why } });
    }
  }

  #lastBodyFor(secret: Secret): LastBody {
    const known = this.#lastBodies.get(secret);
    if (known !== undefined) return known;
    const last = new LastBody();
    this.#lastBodies.set(secret, last);
    return last;
  }
}
