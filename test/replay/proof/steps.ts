/** A value that changes over time, in seconds from the start; changes to the same value do not count. */
export class Steps<Value> {
  readonly #times: number[] = [0];
  readonly #values: Value[];

  constructor(initial: Value) {
    this.#values = [initial];
  }

  /** Adds a change, in chronological order; of several at the same time the last one counts. */
  change(at: number, value: Value): void {
    if (value === this.#values.at(-1)) return;
    if (at <= (this.#times.at(-1) ?? 0)) {
      this.#values[this.#values.length - 1] = value;
      if (this.#values.length > 1 && this.#values.at(-2) === value) {
        this.#values.pop();
        this.#times.pop();
      }
      return;
    }
    this.#times.push(at);
    this.#values.push(value);
  }

  last(): Value {
    return this.#values.at(-1) as Value;
  }

  at(moment: number): Value {
    return this.#values[this.#index(moment)] as Value;
  }

  /** Returns since when it has had its value at `moment`. */
  since(moment: number): number {
    return this.#times[this.#index(moment)] ?? 0;
  }

  /** Returns the next change after `moment`; ∞ when there is none. */
  next(moment: number): number {
    return this.#times[this.#index(moment) + 1] ?? Number.POSITIVE_INFINITY;
  }

  /** Yields all periods with one value, in order. */
  *runs(end: number): Generator<{ readonly from: number; readonly to: number; readonly value: Value }> {
    for (const [index, from] of this.#times.entries()) {
      if (from > end) return;
      yield { from, to: Math.min(end, this.#times[index + 1] ?? end), value: this.#values[index] as Value };
    }
  }

  /** Returns the number of changes in (`from`, `to`]. */
  changes(from: number, to: number): number {
    return this.#index(to) - this.#index(from);
  }

  #index(moment: number): number {
    let low = 0;
    let high = this.#times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#times[middle] ?? 0) <= moment) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Returns the conjunction of several values over time. */
export function together(end: number, ...all: readonly Steps<boolean>[]): Steps<boolean> {
  const moments = new Set<number>([0]);
  for (const steps of all) for (const { from } of steps.runs(end)) moments.add(from);
  const result = new Steps(all.every((steps) => steps.at(0)));
  for (const at of [...moments].sort((one, other) => one - other)) {
    result.change(
      at,
      all.every((steps) => steps.at(at)),
    );
  }
  return result;
}
