import type { Answer, Notice } from './ipc/contract.ts';

/** Things that need saying once, in the order they came up. */
export class Notices {
  readonly #notices = new Map<string, Notice>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Adds a notice, or puts it in the place of an older one with the same id. */
  add(notice: Notice): void {
    this.#notices.set(notice.id, notice);
    this.#changed();
  }

  dismiss(id: string): Answer {
    if (this.#notices.delete(id)) this.#changed();
    return { ok: true };
  }

  all(): readonly Notice[] {
    return [...this.#notices.values()];
  }
}
