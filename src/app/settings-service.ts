import type { LoginStart } from '../desktop/integration/login-item.ts';
import { setTheme } from '../desktop/window/theme.ts';
import type { RequestResult } from '../domain/results.ts';
import type { Settings } from '../domain/settings.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface SettingsServiceParts {
  readonly store: SettingsStore;
  readonly loginStart: Pick<LoginStart, 'apply' | 'isEnabled' | 'repair'>;
  readonly messages: () => Messages;
}

/** Changes settings and applies each one immediately. */
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
   * Updates "Start at login" from the system: the user may have changed or removed the entry by hand. At app start, an
   * entry that points to an OctoGlance that no longer exists is repaired if the user had turned the setting on.
   */
  async refreshStartAtLogin(when: 'start' | 'shown'): Promise<void> {
    const { store, loginStart } = this.#parts;
    if (when === 'start' && store.value().startAtLogin) loginStart.repair();
    const startAtLogin = loginStart.isEnabled();
    if (startAtLogin === store.value().startAtLogin) return;
    await store.save({ ...store.value(), startAtLogin });
    this.#changed();
  }

  /** Changes the given settings. If the system refuses a change of "Start at login", nothing is saved. */
  async change(changes: Partial<Settings>): Promise<RequestResult> {
    const before = this.#parts.store.value();
    const { loginStart } = this.#parts;
    if (changes.startAtLogin !== undefined && changes.startAtLogin !== loginStart.isEnabled()) {
      const applied = loginStart.apply(changes.startAtLogin);
      if (!applied.ok) return applied;
    }
    const saved = await this.#parts.store.save({ ...before, ...changes });
    setTheme(this.#parts.store.value().theme);
    this.#changed();
    return saved.ok ? { ok: true } : { ok: false, message: saved.notice.say(this.#parts.messages()) };
  }
}
