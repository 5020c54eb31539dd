/** A value that changes over time, to be looked up at any moment. */
export class Timeline<Value> {
  readonly #initial: Value;
  readonly #times: number[] = [];
  readonly #values: Value[] = [];

  constructor(initial: Value) {
    this.#initial = initial;
  }

  /** Takes a change; changes come in order of time, and of those at the same time the last one counts. */
  change(at: number, value: Value): void {
    this.#times.push(at);
    this.#values.push(value);
  }

  /** The value after all changes so far. */
  last(): Value {
    return this.#values.length === 0 ? this.#initial : (this.#values.at(-1) as Value);
  }

  /** The value at a moment; a change counts from its very moment on. */
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
