import type { CrashEvent, CrashReporter } from '../crash/crash-event.ts';
import type { Notifier } from '../desktop/notifications/notifier.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { Notices } from './notices.ts';

export interface CrashNotifierParts {
  readonly notices: Notices;
  readonly notifier: Notifier;
  readonly quiet: Pick<DoNotDisturb, 'isSilent'>;
  readonly settings: SettingsStore;
  readonly window: Pick<AppWindow, 'show'>;
  readonly messages: () => Messages;
}

/** Reports internal errors: in the window until dismissed, and in one notification. */
export class CrashNotifier implements CrashReporter {
  readonly #parts: CrashNotifierParts;

  constructor(parts: CrashNotifierParts) {
    this.#parts = parts;
  }

  report(event: CrashEvent): void {
    const { notices, notifier, quiet, settings, window, messages } = this.#parts;
    notices.add({ say: ({ crash }) => crash[event], id: `crash-${event}`, severity: 'warning', dismissable: true });
    if (quiet.isSilent()) return;
    const { title, text } = messages().crash[event];
    const content = { title, body: text, state: null };
    const { sound } = settings.value();
    void notifier.show(`crash-${event}`, content, { sound }, () => window.show({ show: 'printers' }));
  }
}
