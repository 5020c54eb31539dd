import type { PrintOutcome } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrintAnswered } from '../monitor/print-watch-ports.ts';
import { type PluginAccess, pluginAccess } from '../octoeverywhere/plugin-access.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';

export interface PrintRequestParts {
  readonly fleet: Fleet;
  readonly tokens: Pick<TokenCache, 'read' | 'readAccess' | 'forget'>;
  readonly plugin: Pick<PluginClient, 'status'>;
  /** Where OctoEverywhere is; credentials for any other address are not used. */
  readonly origin: URL;
  /** Redacts a value in all later log lines. */
  readonly hide: (value: string) => void;
}

/** How to reach a printer's plugin, or why that is impossible now. */
export type AccessRead =
  | { readonly kind: 'found'; readonly access: PluginAccess }
  | Extract<PrintOutcome, { kind: 'failed' }>;

/** Requests the prints of listed printers from their plugins, each with its credentials from the keychain. */
export class PrintRequests {
  readonly #parts: PrintRequestParts;

  constructor(parts: PrintRequestParts) {
    this.#parts = parts;
  }

  /** Requests a printer's current print once; `signal` aborts it. Never rejects. */
  async ask(id: PrinterId, signal: AbortSignal): Promise<PrintAnswered> {
    const read = await this.access(id);
    if (read.kind === 'failed') return { outcome: read, retryAfterSeconds: null };
    // Aborted while the keychain was being read: too late to send a request.
    if (signal.aborted) return { outcome: locked, retryAfterSeconds: null };
    return this.#parts.plugin.status(read.access, signal);
  }

  /**
   * Resolves to the printer's token, for requests to OctoEverywhere about its print; null without one. Never rejects.
   */
  async token(id: PrinterId): Promise<string | null> {
    const { fleet, tokens } = this.#parts;
    const read = await tokens.read(id);
    if (fleet.get(id) === undefined) {
      tokens.forget(id);
      return null;
    }
    return read.kind === 'found' ? read.secret.appApiToken : null;
  }

  /** Resolves to the printer's plugin access. Never rejects. */
  async access(id: PrinterId): Promise<AccessRead> {
    const { fleet, tokens, origin, hide } = this.#parts;
    const read = await tokens.readAccess(id);
    // Removed while its secret was being read: nothing else would drop it from the cache.
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
