/** Items in order. Finding a place takes logarithmic time; moving the items behind it is quick for thousands. */
export class SortedList<Item> {
  readonly #items: Item[] = [];
  readonly #compare: (one: Item, other: Item) => number;

  /** `compare` returns 0 only for an item and itself. */
  constructor(compare: (one: Item, other: Item) => number) {
    this.#compare = compare;
  }

  add(item: Item): void {
    this.#items.splice(this.#placeOf(item), 0, item);
  }

  /** Removes an item that was added. */
  remove(item: Item): void {
    this.#items.splice(this.#placeOf(item), 1);
  }

  /** Returns the first `count` items, or all if there are fewer. */
  first(count: number): readonly Item[] {
    return this.#items.slice(0, count);
  }

  /** Returns the index of the first item that doesn't come before this one. */
  #placeOf(item: Item): number {
    let [from, to] = [0, this.#items.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#compare(this.#items[middle] as Item, item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
