import type { PrintRequests } from '../connections/print-requests.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { GadgetState } from '../domain/print/gadget.ts';
import { printShown } from '../domain/print/shown-print.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type Clock, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';

/**
 * Minimum time between two requests about the same connection, as required by OctoEverywhere
 * (https://docs.octoeverywhere.com/app-connections/apis/gadget-status/).
 */
const interval: Milliseconds = 10 * SECOND;

/** How long a report may be shown, ms. */
const goodFor: Milliseconds = MINUTE;

interface Asked {
  readonly at: Milliseconds;
  /** Earliest time of the next request, as asked for by OctoEverywhere (`Retry-After`). */
  readonly notBefore: Milliseconds;
  readonly state: Promise<GadgetState | null>;
}

export interface GadgetReportsParts {
  readonly fleet: Pick<Fleet, 'get'>;
  readonly requests: Pick<PrintRequests, 'token'>;
  readonly plugin: Pick<PluginClient, 'gadget'>;
  readonly window: Pick<AppWindow, 'isSeen'>;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** What Gadget reports about running prints; requested only while the user can see it, and rate-limited. */
export class GadgetReports {
  readonly #parts: GadgetReportsParts;
  readonly #requests = new Map<string, Asked>();

  constructor(parts: GadgetReportsParts) {
    this.#parts = parts;
  }

  /**
   * Resolves to the report about the running print; null if nothing is printing, the window isn't visible, or the
   * response is unusable. Never rejects.
   */
  async of(printer: PrinterId): Promise<GadgetState | null> {
    const { fleet, requests, window } = this.#parts;
    const member = fleet.get(printer);
    const isRunning = member?.status.kind === 'online' && member.print !== null && printShown(member.print) !== null;
    if (!isRunning || !window.isSeen()) return null;
    const token = await requests.token(printer);
    return token === null ? null : this.#ask(token);
  }

  #ask(token: string): Promise<GadgetState | null> {
    const { clock, plugin } = this.#parts;
    const at = clock.elapsed();
    const before = this.#requests.get(token);
    const isSoon = before !== undefined && (at - before.at < interval || at < before.notBefore);
    if (isSoon) return at - before.at <= goodFor ? before.state : Promise.resolve(null);
    for (const [old, requested] of this.#requests)
      if (at - requested.at > goodFor && at > requested.notBefore) this.#requests.delete(old);
    const state = plugin.gadget(token).then(({ outcome, retryAfterSeconds }) => {
      const wait = (retryAfterSeconds ?? 0) * SECOND;
      this.#requests.set(token, { at, notBefore: clock.elapsed() + wait, state });
      return outcome.kind === 'answered' ? outcome.value : null;
    });
    this.#requests.set(token, { at, notBefore: at, state });
    return state;
  }
}
