import type { Instant, Milliseconds } from '../domain/time.ts';

interface Planned {
  /** Milliseconds since the start: of true time, or of running time for what belongs to a process. */
  readonly due: Milliseconds;
  readonly order: number;
  readonly run: () => void;
}

/** A single-shot timer; setting it replaces the previous one. */
export interface VirtualTimer {
  set(delay: Milliseconds, run: () => void): void;
  clear(): void;
}

/** One run of a program; its timers end with it. */
export interface VirtualProcess {
  timer(): VirtualTimer;
  /** Runs something after `delay` ms of running time. */
  after(delay: Milliseconds, run: () => void): void;
  /** Cancels everything that was planned. */
  end(): void;
}

/**
 * Virtual time, in which days pass in a second. Events of the world (`happen`) use true time; a program's timers use
 * running time, which stands still while the computer sleeps. The computer's clock may be wrong.
 */
export class VirtualTime {
  readonly #epoch: Instant;
  #true: Milliseconds = 0;
  #slept: Milliseconds = 0;
  #clockOff: Milliseconds = 0;
  #asleep = false;
  #order = 0;
  #world: Planned[] = [];
  #planned: Planned[] = [];
  readonly #first: VirtualProcess;

  constructor(epoch: Instant) {
    this.#epoch = epoch;
    this.#first = this.process();
    this.timer = this.#first.timer();
  }

  readonly clock = {
    /** Returns the time of the computer's clock, UTC. */
    now: (): Instant => this.#epoch + this.#true + this.#clockOff,
    elapsed: (): Milliseconds => this.#true - this.#slept,
    sinceBoot: (): Milliseconds => this.#true,
  };

  /** The timer of a program that runs the whole time. */
  readonly timer: VirtualTimer;

  /** Runs something after `delay` ms in that program. */
  after(delay: Milliseconds, run: () => void): void {
    this.#first.after(delay, run);
  }

  /** Returns the milliseconds of true time since the start. */
  since(): Milliseconds {
    return this.#true;
  }

  /** Plans an event of the world at `at` ms from the start. */
  happen(at: Milliseconds, run: () => void): void {
    insert(this.#world, this.#plan(at, run));
  }

  /** Starts a program. */
  process(): VirtualProcess {
    const plans = new Set<Planned>();
    const add = (delay: Milliseconds, run: () => void): Planned => {
      const plan = this.#plan(this.clock.elapsed() + Math.max(0, delay), () => {
        plans.delete(plan);
        run();
      });
      plans.add(plan);
      insert(this.#planned, plan);
      return plan;
    };
    const drop = (plan: Planned): void => {
      if (plans.delete(plan)) remove(this.#planned, plan);
    };
    return {
      timer: () => {
        let set: Planned | null = null;
        const clear = () => {
          if (set !== null) drop(set);
          set = null;
        };
        return {
          set: (delay, run) => {
            clear();
            set = add(delay, run);
          },
          clear,
        };
      },
      after: (delay, run) => {
        add(delay, run);
      },
      end: () => {
        for (const plan of plans) drop(plan);
      },
    };
  }

  sleep(): void {
    this.#asleep = true;
  }

  wake(): void {
    this.#asleep = false;
  }

  /** Sets the computer's clock to `off` ms after true time. */
  setClock(off: Milliseconds): void {
    this.#clockOff = off;
  }

  /** Lets time pass until `end` ms from the start. Promises settle between any two events. */
  async run(end: Milliseconds): Promise<void> {
    for (;;) {
      await settled();
      const next = this.#next(end);
      if (next === null) break;
      this.#advance(next.at);
      next.run();
    }
    this.#advance(end);
    await settled();
  }

  #next(end: Milliseconds): { at: Milliseconds; run: () => void } | null {
    const [world] = this.#world;
    const [planned] = this.#asleep ? [] : this.#planned;
    const plannedAt = planned === undefined ? Number.POSITIVE_INFINITY : planned.due + this.#slept;
    if (world !== undefined && world.due <= plannedAt) {
      if (world.due > end) return null;
      this.#world.shift();
      return { at: world.due, run: world.run };
    }
    if (planned === undefined || plannedAt > end) return null;
    this.#planned.shift();
    return { at: plannedAt, run: planned.run };
  }

  #advance(to: Milliseconds): void {
    if (to <= this.#true) return;
    if (this.#asleep) this.#slept += to - this.#true;
    this.#true = to;
  }

  #plan(due: Milliseconds, run: () => void): Planned {
    this.#order += 1;
    return { due, order: this.#order, run };
  }
}

/** Returns where `plan` is, or would be, among `plans`, which are sorted by time. */
function placeOf(plans: readonly Planned[], plan: Planned): number {
  let low = 0;
  let high = plans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = plans[middle];
    if (other !== undefined && (other.due < plan.due || (other.due === plan.due && other.order < plan.order))) {
      low = middle + 1;
    } else high = middle;
  }
  return low;
}

function insert(plans: Planned[], plan: Planned): void {
  plans.splice(placeOf(plans, plan), 0, plan);
}

function remove(plans: Planned[], plan: Planned): void {
  const place = placeOf(plans, plan);
  if (plans[place] === plan) plans.splice(place, 1);
}

/** Resolves after all promises that can settle have settled: a macrotask runs after all microtasks. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
