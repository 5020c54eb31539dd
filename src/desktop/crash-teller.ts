import type { Words } from '../domain/words/words.ts';
import type { Notices } from '../notices.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { CrashNews } from './crash-guard.ts';
import type { Notifier } from './notifications/notifier.ts';
import type { QuietControl } from './quiet-control.ts';
import type { AppWindow } from './window.ts';

export interface CrashTellerParts {
  readonly notices: Notices;
  readonly notifier: Notifier;
  readonly quiet: Pick<QuietControl, 'isSilent'>;
  readonly settings: SettingsStore;
  readonly window: Pick<AppWindow, 'show'>;
  readonly words: () => Words;
}

/** Tells in words that something went wrong within the app: in the window until it is waved away, and in one notification. */
export class CrashTeller {
  readonly #parts: CrashTellerParts;

  constructor(parts: CrashTellerParts) {
    this.#parts = parts;
  }

  tell(news: CrashNews): void {
    const { notices, notifier, quiet, settings, window, words } = this.#parts;
    notices.add({ say: ({ crash }) => crash[news], id: `crash-${news}`, severity: 'warning', dismissable: true });
    if (quiet.isSilent()) return;
    const { title, text } = words().crash[news];
    const content = { title, body: text, state: null };
    const { sound } = settings.value();
    void notifier.show(`crash-${news}`, content, { sound }, () => window.show({ show: 'printers' }));
  }
}
