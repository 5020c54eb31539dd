import type { Answered } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { noAnswer, readAnswer } from '../octoeverywhere/read-answer.ts';
import { answerTo } from './answer.ts';
import type { Onlooker } from './replay.ts';
import type { RequestLog } from './request-log.ts';
import type { VirtualProcess, VirtualTime } from './virtual-time.ts';
import { usualLatency, type World } from './world.ts';

/** How long the app waits for an answer, as in octoeverywhere/info-client.ts. */
const timeout: Milliseconds = 15 * SECOND;

export interface VirtualServiceParts {
  readonly world: World;
  readonly time: VirtualTime;
  /** The world's second 0, UTC. */
  readonly epoch: Instant;
  readonly requests: RequestLog;
  readonly onlooker: Onlooker;
}

/** OctoEverywhere at the other end of the line, in virtual time: the real client reads what the simulated one writes. */
export class VirtualService {
  readonly #parts: VirtualServiceParts;

  constructor(parts: VirtualServiceParts) {
    this.#parts = parts;
  }

  /**
   * Asks about a printer. The question is half the latency under way, and so is the answer. Never rejects; an abort ends it
   * at once, with nothing.
   */
  ask(printer: PrinterId, process: VirtualProcess, signal: AbortSignal): Promise<Answered> {
    const { world, time, requests, onlooker } = this.#parts;
    const askedAt = time.since();
    requests.asked(printer, askedAt);
    const latency = world.latency(askedAt / SECOND);
    const answer = this.#answer(printer, askedAt + latency / 2);
    const isSilent = answer === 'silence' || latency >= timeout;
    return new Promise((resolve) => {
      let isOver = false;
      const come = (answered: Answered) => {
        if (isOver) return;
        isOver = true;
        const { outcome } = answered;
        onlooker.answered?.({ printer, askedAt, answeredAt: time.since(), outcome });
        resolve(answered);
      };
      signal.addEventListener('abort', () => come(noAnswer({ type: 'network', cause: 'timeout' })), { once: true });
      const noNetwork = () => world.network(time.since() / SECOND) === 'down';
      // A computer without a network knows that at once; one that loses it meanwhile waits in vain no longer either.
      if (answer === 'no-network' || noNetwork()) {
        process.after(Math.min(latency, usualLatency), () => come(noAnswer({ type: 'network', cause: 'no-network' })));
      } else {
        process.after(isSilent ? timeout : latency, () => {
          if (noNetwork()) come(noAnswer({ type: 'network', cause: 'no-network' }));
          else if (isSilent) come(noAnswer({ type: 'network', cause: 'timeout' }));
          else come(readAnswer(asReceived(answer), time.clock.now()));
        });
      }
    });
  }

  #answer(printer: PrinterId, at: Milliseconds) {
    const { world, epoch } = this.#parts;
    const seconds = at / SECOND;
    if (world.network(seconds) === 'down') return 'no-network';
    const question = {
      name: printer,
      printer: world.printer(printer, seconds),
      service: world.service(seconds),
      at: epoch + at,
      instantOf: (moment: number) => epoch + moment * SECOND,
    };
    return answerTo(question) ?? 'silence';
  }
}

/** An answer as the client takes it off the wire. */
function asReceived({ status, headers, body }: NonNullable<ReturnType<typeof answerTo>>) {
  return { status, retryAfter: headers['retry-after'] ?? null, date: headers.date, body };
}
