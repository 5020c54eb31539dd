import type { LoginStart } from '../desktop/integration/login-item.ts';
import { setTheme } from '../desktop/window/theme.ts';
import type { Answer } from '../domain/results.ts';
import type { Settings } from '../domain/settings.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface SettingsServiceParts {
  readonly store: SettingsStore;
  readonly loginStart: Pick<LoginStart, 'apply' | 'isEnabled' | 'repair'>;
  readonly words: () => Messages;
}

/** Changes settings and makes each take effect at once. */
export class SettingsService {
  readonly #parts: SettingsServiceParts;

  #changed: () => void = () => {};

  constructor(parts: SettingsServiceParts) {
    this.#parts = parts;
    setTheme(parts.store.value().theme);
  }

  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  /**
   * Sets the start at login to what the system does: the user may have changed or removed its entry by hand. Only at the
   * start of the app an entry that starts an OctoGlance which is gone is mended, where the user wanted one.
   */
  async refreshStartAtLogin(when: 'start' | 'shown'): Promise<void> {
    const { store, loginStart } = this.#parts;
    if (when === 'start' && store.value().startAtLogin) loginStart.repair();
    const startAtLogin = loginStart.isEnabled();
    if (startAtLogin === store.value().startAtLogin) return;
    await store.save({ ...store.value(), startAtLogin });
    this.#changed();
  }

  /** Changes what is named. A start at login that the system refuses is not kept as if it were on. */
  async change(changes: Partial<Settings>): Promise<Answer> {
    const before = this.#parts.store.value();
    const { loginStart } = this.#parts;
    if (changes.startAtLogin !== undefined && changes.startAtLogin !== loginStart.isEnabled()) {
      const applied = loginStart.apply(changes.startAtLogin);
      if (!applied.ok) return applied;
    }
    const saved = await this.#parts.store.save({ ...before, ...changes });
    setTheme(this.#parts.store.value().theme);
    this.#changed();
    return saved.ok ? { ok: true } : { ok: false, message: saved.notice.say(this.#parts.words()) };
  }
}
