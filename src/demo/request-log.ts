import { type Milliseconds, SECOND } from '../domain/time.ts';

/** Counts the requests to OctoEverywhere. Moments are milliseconds of true time from the start, in order. */
export class RequestLog {
  readonly #perPrinter = new Map<string, number>();
  /** Those that are due for their first request after a start, a wake or a refresh. */
  readonly #inFirstRound = new Set<string>();
  /** The latest second's requests, those of first rounds left out. */
  readonly #latest: Milliseconds[] = [];
  #most = 0;
  #prints = 0;

  /** The printer exists: it is counted even if it is never asked about. */
  name(printer: string): void {
    if (!this.#perPrinter.has(printer)) this.#perPrinter.set(printer, 0);
  }

  /** A start, a wake or a refresh: the next request about each of these is one of a first round. */
  beginRound(printers: Iterable<string>): void {
    for (const printer of printers) this.#inFirstRound.add(printer);
  }

  asked(printer: string, at: Milliseconds): void {
    this.#perPrinter.set(printer, (this.#perPrinter.get(printer) ?? 0) + 1);
    if (this.#inFirstRound.delete(printer)) return;
    this.#latest.push(at);
    while ((this.#latest[0] ?? at) <= at - SECOND) this.#latest.shift();
    this.#most = Math.max(this.#most, this.#latest.length);
  }

  /** A question to a printer's plugin. */
  askedPrint(): void {
    this.#prints += 1;
  }

  /** The figures of a replay's last line. */
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
