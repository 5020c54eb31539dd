import type { Instant, Milliseconds } from '../domain/time.ts';

interface Planned {
  /** Milliseconds since the start: of the wall clock, or of running time for what belongs to the app. */
  readonly due: Milliseconds;
  readonly order: number;
  readonly run: () => void;
}

/**
 * A world in which days pass in a second. What happens to the world (`happen`) comes by the wall clock; what the app
 * planned (`timer`, `after`) by running time, which stands still while the computer sleeps.
 */
export class VirtualTime {
  readonly #epoch: Instant;
  #wall: Milliseconds = 0;
  #slept: Milliseconds = 0;
  #asleep = false;
  #order = 0;
  #world: Planned[] = [];
  #app: Planned[] = [];
  #timer: Planned | null = null;

  constructor(epoch: Instant) {
    this.#epoch = epoch;
  }

  readonly clock = {
    now: (): Instant => this.#epoch + this.#wall,
    elapsed: (): Milliseconds => this.#wall - this.#slept,
  };

  readonly timer = {
    set: (delay: Milliseconds, run: () => void): void => {
      this.#timer = this.#planned(this.clock.elapsed() + Math.max(0, delay), run);
    },
    clear: (): void => {
      this.#timer = null;
    },
  };

  /** Milliseconds since the start, by the wall clock. */
  since(): Milliseconds {
    return this.#wall;
  }

  /** Plans something of the world at `at` milliseconds from the start. */
  happen(at: Milliseconds, run: () => void): void {
    insert(this.#world, this.#planned(at, run));
  }

  /** Plans something of the app after `delay` milliseconds of running time. */
  after(delay: Milliseconds, run: () => void): void {
    insert(this.#app, this.#planned(this.clock.elapsed() + delay, run));
  }

  sleep(): void {
    this.#asleep = true;
  }

  wake(): void {
    this.#asleep = false;
  }

  /** Lets time pass until `end` milliseconds from the start. Promises settle between any two events. */
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
    const app = this.#asleep ? undefined : this.#earliestOfApp();
    const appAt = app === undefined ? Number.POSITIVE_INFINITY : Math.max(this.#wall, app.due + this.#slept);
    if (world !== undefined && world.due <= appAt) {
      if (world.due > end) return null;
      this.#world.shift();
      return { at: Math.max(this.#wall, world.due), run: world.run };
    }
    if (app === undefined || appAt > end) return null;
    if (app === this.#timer) this.#timer = null;
    else this.#app.shift();
    return { at: appAt, run: app.run };
  }

  #earliestOfApp(): Planned | undefined {
    const [first] = this.#app;
    if (this.#timer === null) return first;
    if (first === undefined) return this.#timer;
    return comesBefore(this.#timer, first) ? this.#timer : first;
  }

  #advance(to: Milliseconds): void {
    if (to <= this.#wall) return;
    if (this.#asleep) this.#slept += to - this.#wall;
    this.#wall = to;
  }

  #planned(due: Milliseconds, run: () => void): Planned {
    this.#order += 1;
    return { due, order: this.#order, run };
  }
}

function comesBefore(one: Planned, other: Planned): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}

/** Keeps `plans` in order of time. */
function insert(plans: Planned[], plan: Planned): void {
  let low = 0;
  let high = plans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = plans[middle];
    if (other !== undefined && comesBefore(other, plan)) low = middle + 1;
    else high = middle;
  }
  plans.splice(low, 0, plan);
}

/** After this every promise that could settle has: a macrotask comes after all microtasks. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
