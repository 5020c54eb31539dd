import type { Answered } from '../domain/outcome.ts';
import { parsePrintReport } from '../domain/print/print-report.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import type { PrintAnswered } from '../monitor/print-watch-ports.ts';
import { failed, readPluginResponse } from '../octoeverywhere/plugin-response.ts';
import { noResponse, readHeaders, readResponse } from '../octoeverywhere/read-response.ts';
import { answerTo, type SimulatedResponse } from './answer.ts';
import type { PrintWorld } from './prints/print-world.ts';
import { statusBody, statusText } from './prints/status-body.ts';
import type { Onlooker } from './replay.ts';
import type { RequestLog } from './request-log.ts';
import type { VirtualProcess, VirtualTime } from './virtual-time.ts';
import { usualLatency, type World } from './world.ts';

/** How long the app waits for a response, as in octoeverywhere/service-http.ts. */
const timeout: Milliseconds = 15 * SECOND;

export interface VirtualServiceParts {
  readonly world: World;
  readonly prints: PrintWorld;
  readonly time: VirtualTime;
  /** The world's second 0, UTC. */
  readonly epoch: Instant;
  readonly requests: RequestLog;
  readonly onlooker: Onlooker;
}

/** OctoEverywhere in virtual time: the simulated responses are parsed by the real client. */
export class VirtualService {
  readonly #parts: VirtualServiceParts;

  constructor(parts: VirtualServiceParts) {
    this.#parts = parts;
  }

  /**
   * Requests a printer's status. Request and response each take half the latency. Never rejects; an abort ends it at
   * once as a timeout.
   */
  async ask(printer: PrinterId, process: VirtualProcess, signal: AbortSignal): Promise<Answered> {
    const { time, requests, onlooker } = this.#parts;
    const requestedAt = time.since();
    requests.requested(printer, requestedAt);
    const reported = await this.#travel(process, signal, (at) => this.#answer(printer, at));
    const answered =
      'cause' in reported ? noResponse({ type: 'network', ...reported }) : readResponse(reported, time.clock.now());
    onlooker.answered?.({ printer, requestedAt, answeredAt: time.since(), outcome: answered.outcome });
    return answered;
  }

  /** Requests a print from a printer's plugin, likewise. */
  async askPrint(printer: PrinterId, process: VirtualProcess, signal: AbortSignal): Promise<PrintAnswered> {
    const { time, requests } = this.#parts;
    requests.askedPrint();
    const reported = await this.#travel(process, signal, (at) => this.#pluginResponse(printer, at));
    if ('cause' in reported) {
      const problem = { type: 'network', ...reported } as const;
      return { outcome: failed({ kind: 'no-answer', problem }), retryAfterSeconds: null };
    }
    const { retryAfterSeconds } = readHeaders(reported, time.clock.now());
    return { outcome: readPluginResponse(reported, parsePrintReport), retryAfterSeconds };
  }

  /**
   * Resolves to the response, or to why there is none. `answerAt` returns the response to a request that arrives then.
   */
  #travel(
    process: VirtualProcess,
    signal: AbortSignal,
    answerAt: (at: Milliseconds) => SimulatedResponse | null,
  ): Promise<Received | { readonly cause: 'timeout' | 'no-network' }> {
    const { world, time } = this.#parts;
    const requestedAt = time.since();
    const latency = world.latency(requestedAt / SECOND);
    const arrivesAt = requestedAt + latency / 2;
    const isLost = world.network(arrivesAt / SECOND) === 'down';
    const response = isLost ? null : answerAt(arrivesAt);
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ cause: 'timeout' }), { once: true });
      const noNetwork = () => world.network(time.since() / SECOND) === 'down';
      // A computer without a network knows that at once, as does one that loses it meanwhile.
      if (isLost || noNetwork()) {
        process.after(Math.min(latency, usualLatency), () => resolve({ cause: 'no-network' }));
        return;
      }
      const isSilent = response === null || latency >= timeout;
      process.after(isSilent ? timeout : latency, () => {
        if (noNetwork()) resolve({ cause: 'no-network' });
        else resolve(isSilent ? { cause: 'timeout' } : asReceived(response));
      });
    });
  }

  #answer(printer: PrinterId, at: Milliseconds): SimulatedResponse | null {
    const { world, epoch } = this.#parts;
    const seconds = at / SECOND;
    const date = world.date(seconds);
    return answerTo({
      name: printer,
      printer: world.printer(printer, seconds),
      service: world.service(seconds),
      at: epoch + at,
      ...(date === null ? {} : { date: date === 'missing' ? null : epoch + date * SECOND }),
      instantOf: (moment) => epoch + moment * SECOND,
    });
  }

  /** OctoEverywhere's own response about the connection or the printer takes precedence over the plugin's. */
  #pluginResponse(printer: PrinterId, at: Milliseconds): SimulatedResponse | null {
    const { world, prints, epoch } = this.#parts;
    const seconds = at / SECOND;
    const known = world.printer(printer, seconds);
    const reported = this.#answer(printer, at);
    const isAsUsual = world.service(seconds).state === 'ok' && known?.answer === 200;
    if (reported === null || !isAsUsual) return reported;
    if (known.link === 'down') return { ...reported, status: 601, body: '' };
    const plugin = prints.prints(printer, seconds);
    const body = statusBody(plugin, seconds, (moment) => epoch + moment * SECOND);
    return { ...reported, body: statusText(body, plugin.habit) };
  }
}

/** A response as the client receives it. */
type Received = ReturnType<typeof asReceived>;

function asReceived({ status, headers, body }: SimulatedResponse) {
  return { status, retryAfter: headers['retry-after'] ?? null, date: headers.date ?? null, body };
}
