/** Writes readable lines: all of them at first, then only those that changed, each with the time. */
export class ChangedLines {
  readonly #write: (line: string) => boolean;
  #written: readonly string[] = [];

  /**
   * `write` returns whether the line was accepted. A rejected line is written with the next change if it still applies.
   */
  constructor(write: (line: string) => boolean) {
    this.#write = write;
  }

  /** `clock` returns the current time as text. */
  show(lines: readonly string[], clock: () => string): void {
    const left = [...this.#written];
    const written: string[] = [];
    for (const line of lines) {
      const at = left.indexOf(line);
      if (at !== -1) left.splice(at, 1);
      if (at !== -1 || this.#write(`${clock()}  ${line}\n`)) written.push(line);
    }
    this.#written = written;
  }
}
