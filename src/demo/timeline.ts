/** A value that changes over time and can be looked up at any time. */
export class Timeline<Value> {
  readonly #initial: Value;
  readonly #times: number[] = [];
  readonly #values: Value[] = [];

  constructor(initial: Value) {
    this.#initial = initial;
  }

  /** Adds a change, in chronological order; of several at the same time the last one counts. */
  change(at: number, value: Value): void {
    this.#times.push(at);
    this.#values.push(value);
  }

  /** Returns the value after all changes so far. */
  last(): Value {
    return this.#values.length === 0 ? this.#initial : (this.#values.at(-1) as Value);
  }

  /** Returns the value at a time, including a change at exactly that time. */
  at(moment: number): Value {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? this.#initial : (this.#values[low - 1] as Value);
  }
}
