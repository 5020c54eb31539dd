import type { PollOutcome } from '../domain/outcome.ts';

/** UTF-16 units; the largest body seen has fewer than one thousand. */
const longestKept = 4 * 1024;

/** What a printer's last response meant. Most responses repeat it, which saves a fifth of what a request costs. */
export class LastBody {
  #body: string | null = null;
  #outcome: PollOutcome | null = null;

  /** Returns what `body` means: as before if it is the same, else as `read` finds. */
  outcomeOf(body: string, read: () => PollOutcome): PollOutcome {
    if (this.#outcome !== null && body === this.#body) return this.#outcome;
    const outcome = read();
    const isKept = body.length <= longestKept;
    this.#body = isKept ? body : null;
    this.#outcome = isKept ? outcome : null;
    return outcome;
  }
}
