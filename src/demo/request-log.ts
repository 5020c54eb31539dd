import { type Milliseconds, SECOND } from '../domain/time.ts';

/** Counts the requests to OctoEverywhere. Times are milliseconds of true time from the start, in order. */
export class RequestLog {
  readonly #perPrinter = new Map<string, number>();
  /** Printers that are due for their first request after a start, a wake-up or a refresh. */
  readonly #inFirstRound = new Set<string>();
  /** The requests of the latest second, without those of first rounds. */
  readonly #latest: Milliseconds[] = [];
  #most = 0;
  #prints = 0;

  /** Adds a printer, which is listed even if there is never a request about it. */
  name(printer: string): void {
    if (!this.#perPrinter.has(printer)) this.#perPrinter.set(printer, 0);
  }

  /** A start, a wake-up or a refresh: the next request about each of these printers belongs to a first round. */
  beginRound(printers: Iterable<string>): void {
    for (const printer of printers) this.#inFirstRound.add(printer);
  }

  requested(printer: string, at: Milliseconds): void {
    this.#perPrinter.set(printer, (this.#perPrinter.get(printer) ?? 0) + 1);
    if (this.#inFirstRound.delete(printer)) return;
    this.#latest.push(at);
    while ((this.#latest[0] ?? at) <= at - SECOND) this.#latest.shift();
    this.#most = Math.max(this.#most, this.#latest.length);
  }

  /** Counts a request to a printer's plugin. */
  askedPrint(): void {
    this.#prints += 1;
  }

  /** Returns the figures of a replay's last line. */
  figures() {
    const counts = [...this.#perPrinter.values()];
    return {
      requests: counts.reduce((sum, count) => sum + count, 0),
      perPrinter: Object.fromEntries(this.#perPrinter),
      mostInOneSecond: this.#most,
      ...(this.#prints === 0 ? {} : { printRequests: this.#prints }),
    };
  }
}
