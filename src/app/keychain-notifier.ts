import type { Notifier } from '../desktop/notifications/notifier.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Intervals } from '../domain/intervals.ts';
import { MINUTE, type Timer } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import { isAnswerable, type KeychainStatus } from './keychain-status.ts';

export interface KeychainNotifierParts {
  readonly trouble: Pick<KeychainStatus, 'whyWithheld' | 'onChange' | 'bringUp'>;
  readonly notifier: Pick<Notifier, 'show' | 'close'>;
  readonly quiet: Pick<DoNotDisturb, 'isSilent'>;
  readonly settings: SettingsStore;
  readonly window: Pick<AppWindow, 'show'>;
  readonly intervals: () => Pick<Intervals, 'keychainTimeout'>;
  readonly timer: Timer;
  readonly messages: () => Messages;
}

const key = 'keychain';

/**
 * Notifies once when the keychain has withheld tokens for `keychainTimeout`: without a window, the silence would look
 * as if all were well. During quiet hours the notification waits for their end, and is dropped if the problem is solved
 * first.
 */
export class KeychainNotifier {
  readonly #parts: KeychainNotifierParts;
  #state: 'calm' | 'waiting' | 'notified' = 'calm';

  constructor(parts: KeychainNotifierParts) {
    this.#parts = parts;
    parts.trouble.onChange(() => this.#changed());
  }

  #changed(): void {
    const { trouble, timer, notifier, intervals } = this.#parts;
    const isTrouble = trouble.whyWithheld() !== null;
    if (isTrouble && this.#state === 'calm') {
      this.#state = 'waiting';
      timer.set(intervals().keychainTimeout, () => this.#notify());
    } else if (!isTrouble && this.#state !== 'calm') {
      this.#state = 'calm';
      timer.clear();
      notifier.close(key);
    }
  }

  #notify(): void {
    const { trouble, notifier, quiet, settings, timer, messages } = this.#parts;
    const why = trouble.whyWithheld();
    if (why === null) return;
    if (quiet.isSilent()) {
      timer.set(MINUTE, () => this.#notify());
      return;
    }
    this.#state = 'notified';
    const { title, body } = messages().keychain.notification;
    const { sound } = settings.value();
    void notifier.show(key, { title, body: body[why], state: 'unknown' }, { sound }, () => this.#follow());
  }

  /** Checks the problem again: it may have changed since the notification. */
  #follow(): void {
    const { trouble, window } = this.#parts;
    const why = trouble.whyWithheld();
    if (why !== null && isAnswerable(why)) void trouble.bringUp();
    else window.show({ show: 'printers' });
  }
}
