import type { Words } from '../domain/words/words.ts';
import type { Notices } from '../notices.ts';
import type { CrashNews } from './crash-guard.ts';
import type { Notifier } from './notifications/notifier.ts';

export interface CrashTellerParts {
  readonly notices: Notices;
  readonly notifier: Notifier;
  /** The user wants no notification now. */
  readonly quiet: () => boolean;
  readonly sound: () => boolean;
  readonly showWindow: () => void;
  readonly words: () => Words;
}

/** Tells in words that something went wrong within the app: in the window until it is waved away, and in one notification. */
export class CrashTeller {
  readonly #parts: CrashTellerParts;

  constructor(parts: CrashTellerParts) {
    this.#parts = parts;
  }

  tell(news: CrashNews): void {
    const { notices, notifier, quiet, sound, showWindow, words } = this.#parts;
    notices.add({ say: ({ crash }) => crash[news], id: `crash-${news}`, severity: 'warning', dismissable: true });
    if (quiet()) return;
    const { title, text } = words().crash[news];
    void notifier.show(`crash-${news}`, { title, body: text, state: null }, { sound: sound() }, showWindow);
  }
}
