import type { PrintOutcome } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrintAnswered } from '../monitor/print-watch.ts';
import { type PluginAccess, pluginAccess } from '../octoeverywhere/plugin-access.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';

export interface PrintRequestParts {
  readonly fleet: Fleet;
  readonly tokens: Pick<TokenCache, 'read' | 'readAccess' | 'forget'>;
  readonly plugin: Pick<PluginClient, 'status'>;
  /** Where OctoEverywhere is: credentials for anywhere else are none. */
  readonly origin: URL;
  /** Keeps a value out of every line of the log from now on. */
  readonly hide: (value: string) => void;
}

/** The way to a printer's plugin, or why there is none now. */
export type AccessRead =
  | { readonly kind: 'found'; readonly access: PluginAccess }
  | Extract<PrintOutcome, { kind: 'failed' }>;

/** Asks the plugins of listed printers about their prints, each with its credentials from the keychain. */
export class PrintRequests {
  readonly #parts: PrintRequestParts;

  constructor(parts: PrintRequestParts) {
    this.#parts = parts;
  }

  /** Asks once what a printer prints; an abort of `signal` ends that. Never rejects. */
  async ask(id: PrinterId, signal: AbortSignal): Promise<PrintAnswered> {
    const read = await this.access(id);
    if (read.kind === 'failed') return { outcome: read, retryAfterSeconds: null };
    // Its time is up: what comes now is too late, and nothing is asked any more.
    if (signal.aborted) return { outcome: locked, retryAfterSeconds: null };
    return this.#parts.plugin.status(read.access, signal);
  }

  /** The printer's own token, for what OctoEverywhere itself is asked about its print; null when there is none now. Never rejects. */
  async token(id: PrinterId): Promise<string | null> {
    const { fleet, tokens } = this.#parts;
    const read = await tokens.read(id);
    if (fleet.get(id) === undefined) {
      tokens.forget(id);
      return null;
    }
    return read.kind === 'found' ? read.secret.appApiToken : null;
  }

  /** Never rejects. */
  async access(id: PrinterId): Promise<AccessRead> {
    const { fleet, tokens, origin, hide } = this.#parts;
    const read = await tokens.readAccess(id);
    // Removed while its secret was read: nobody would let go of that again.
    if (fleet.get(id) === undefined) tokens.forget(id);
    if (read.kind === 'unavailable') {
      return { kind: 'failed', failure: { kind: 'no-answer', problem: { type: 'keychain', why: read.why } } };
    }
    const access = read.kind === 'found' ? pluginAccess(read.secret, origin) : null;
    if (access === null) return { kind: 'failed', failure: { kind: 'no-credentials' } };
    for (const value of access.secrets) hide(value);
    return { kind: 'found', access };
  }
}

const locked: PrintOutcome = {
  kind: 'failed',
  failure: { kind: 'no-answer', problem: { type: 'keychain', why: 'locked' } },
};
