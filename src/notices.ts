import type { Message } from './domain/message.ts';
import type { Words } from './domain/words/words.ts';
import type { Answer, Notice } from './ipc/contract.ts';

/** A notice in whichever language it is to be read. */
export interface Said extends Pick<Notice, 'id' | 'severity' | 'dismissable' | 'help'> {
  readonly say: (words: Words) => Message;
}

/** Things that need saying once, in the order they came up. */
export class Notices {
  readonly #notices = new Map<string, Said>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Adds a notice, or puts it in the place of an older one with the same id. */
  add(notice: Said): void {
    this.#notices.set(notice.id, notice);
    this.#changed();
  }

  dismiss(id: string): Answer {
    if (this.#notices.delete(id)) this.#changed();
    return { ok: true };
  }

  all(words: Words): readonly Notice[] {
    return [...this.#notices.values()].map(({ say, id, severity, dismissable, help }) => ({
      ...say(words),
      id,
      severity,
      dismissable,
      ...(help === undefined ? {} : { help }),
    }));
  }
}
