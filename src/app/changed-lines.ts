/** Writes lines to read, each when it is new: all of them at first, then those that changed, with the time. */
export class ChangedLines {
  readonly #write: (line: string) => boolean;
  #written: readonly string[] = [];

  /** `write` returns whether the line was taken; one that was not comes with the next change, if it still holds. */
  constructor(write: (line: string) => boolean) {
    this.#write = write;
  }

  /** `clock` says the time of this moment. */
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
