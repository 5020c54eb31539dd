import { type Answered, outcomeAlone } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { type Lane, Lanes, mostAtOnce, type RequestBudget, type Turn, type Waiting } from './lanes.ts';
import type { MonitorPorts } from './ports.ts';

/** A request under way. */
export interface Request extends Lane {
  /** Made although this computer is said to be offline, to find out whether that is so. */
  readonly trial: boolean;
  /** What had happened to the computer when it began, see Monitor. */
  readonly generation: number;
}

export interface Ended {
  readonly request: Request;
  readonly answer: Answered;
}

/** What a request counts as that did not come back within its time. */
const hung = outcomeAlone({ kind: 'no-answer', problem: { type: 'network', cause: 'timeout' } });

/** The requests under way, each in its lane: begins them, ends those that take too long, and hands on what came of each once. */
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

  /** Chooses among those that wait, see lanes.ts. */
  turn(waiting: readonly Waiting[], budget: RequestBudget, anyPrompt: boolean): Turn {
    return this.#lanes.turn(waiting, this.#ports.clock.elapsed(), budget, anyPrompt);
  }

  begin(request: Request): void {
    const abort = new AbortController();
    this.#lanes.take(request);
    this.#underWay.set(request, abort);
    void this.#ports.ask(request.id, abort.signal).then((answer) => {
      // There is nothing left to abort.
      if (this.#free(request) !== null) this.#ended({ request, answer });
    });
  }

  /** Ends those that have used up their time. */
  endOverdue(): void {
    for (const lane of this.#lanes.overdue(this.#ports.clock.elapsed())) this.#giveUp(lane);
  }

  /** Ends those that have to make room for others. */
  giveUp(lanes: readonly Lane[]): void {
    for (const lane of lanes) this.#giveUp(lane);
  }

  /** Milliseconds until the first has used up its time; infinite when none is under way. */
  nextOverdueIn(): Milliseconds {
    return this.#lanes.nextOverdueIn(this.#ports.clock.elapsed()) ?? Number.POSITIVE_INFINITY;
  }

  /** Forgets those about a printer: whatever comes back is not wanted any more. */
  drop(id: PrinterId): void {
    for (const lane of this.#underWay.keys()) if (lane.id === id) this.#free(lane)?.abort();
  }

  #giveUp(lane: Lane): void {
    const abort = this.#free(lane);
    if (abort === null) return;
    abort.abort();
    this.#ended({ request: lane as Request, answer: hung });
  }

  /** Gives the lane to others. Returns what aborts the request; null when that was done before: what comes now is too late. */
  #free(lane: Lane): AbortController | null {
    const abort = this.#underWay.get(lane);
    if (abort === undefined) return null;
    this.#underWay.delete(lane);
    this.#lanes.free(lane);
    return abort;
  }
}
