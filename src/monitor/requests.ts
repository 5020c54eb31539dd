import { type Answered, outcomeAlone } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { type Lane, Lanes, mostAtOnce, type RequestBudget, type Turn } from './lanes.ts';
import type { MonitorPorts } from './ports.ts';
import type { WaitingPrinters } from './waiting-printers.ts';

/** A request in progress. */
export interface Request extends Lane {
  /** Sent although this computer seems to be offline, to find out whether it is. */
  readonly trial: boolean;
  /** The generation in which it began, see `PollRequests`. */
  readonly generation: number;
}

export interface Ended {
  readonly request: Request;
  readonly answer: Answered;
}

/** The result of a request that timed out. */
const hung = outcomeAlone({ kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } });

/** The requests in progress, each in its lane: starts them, aborts slow ones, and passes on each result once. */
export class Requests {
  readonly #ports: Pick<MonitorPorts, 'ask' | 'clock'>;
  readonly #ended: (ended: Ended) => void;
  readonly #lanes = new Lanes();
  readonly #underWay = new Map<Lane, AbortController>();

  constructor(ports: Pick<MonitorPorts, 'ask' | 'clock'>, ended: (ended: Ended) => void) {
    this.#ports = ports;
    this.#ended = ended;
  }

  underWay(): number {
    return this.#underWay.size;
  }

  hasRoom(): boolean {
    return this.#underWay.size < mostAtOnce;
  }

  /** Chooses among the waiting printers, see lanes.ts. */
  turn(waiting: WaitingPrinters, budget: RequestBudget, anyPrompt: boolean): Turn {
    return this.#lanes.turn(waiting, this.#ports.clock.elapsed(), budget, anyPrompt);
  }

  begin(request: Request): void {
    const abort = new AbortController();
    this.#lanes.take(request);
    this.#underWay.set(request, abort);
    void this.#ports.ask(request.id, abort.signal).then((answer) => {
      // Null if it was given up: the response is too late.
      if (this.#free(request) !== null) this.#ended({ request, answer });
    });
  }

  /** Aborts requests that have timed out. */
  endOverdue(): void {
    for (const lane of this.#lanes.overdue(this.#ports.clock.elapsed())) this.#giveUp(lane);
  }

  /** Aborts requests that have to make room for others. */
  giveUp(lanes: readonly Lane[]): void {
    for (const lane of lanes) this.#giveUp(lane);
  }

  /** Returns the milliseconds until the first request times out; infinite when none is in progress. */
  nextOverdueIn(): Milliseconds {
    return this.#lanes.nextOverdueIn(this.#ports.clock.elapsed()) ?? Number.POSITIVE_INFINITY;
  }

  /** Drops the requests about a printer; their responses are ignored. */
  drop(id: PrinterId): void {
    for (const lane of this.#underWay.keys()) if (lane.id === id) this.#free(lane)?.abort();
  }

  #giveUp(lane: Lane): void {
    const abort = this.#free(lane);
    if (abort === null) return;
    abort.abort();
    this.#ended({ request: lane as Request, answer: hung });
  }

  /** Frees the lane. Returns the request's abort controller; null if the lane was already freed. */
  #free(lane: Lane): AbortController | null {
    const abort = this.#underWay.get(lane);
    if (abort === undefined) return null;
    this.#underWay.delete(lane);
    this.#lanes.free(lane);
    return abort;
  }
}
