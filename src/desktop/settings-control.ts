import { nativeTheme } from 'electron';
import type { Settings } from '../domain/settings.ts';
import type { Words } from '../domain/words/words.ts';
import type { Answer } from '../ipc/contract.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface SettingsControlParts {
  readonly store: SettingsStore;
  /** Makes the system start the app at login, or not; says so when it cannot. */
  readonly applyStartAtLogin: (enabled: boolean) => Promise<Answer>;
  readonly changed: () => void;
  readonly words: () => Words;
}

/** Changes settings and makes each take effect at once. */
export class SettingsControl {
  readonly #parts: SettingsControlParts;

  constructor(parts: SettingsControlParts) {
    this.#parts = parts;
    nativeTheme.themeSource = parts.store.settings().theme;
  }

  /** Changes what is named. A start at login that the system refuses is not kept as if it were on. */
  async change(changes: Partial<Settings>): Promise<Answer> {
    const before = this.#parts.store.settings();
    if (changes.startAtLogin !== undefined && changes.startAtLogin !== before.startAtLogin) {
      const applied = await this.#parts.applyStartAtLogin(changes.startAtLogin);
      if (!applied.ok) return applied;
    }
    const saved = await this.#parts.store.save({ ...before, ...changes });
    nativeTheme.themeSource = this.#parts.store.settings().theme;
    this.#parts.changed();
    return saved.ok ? { ok: true } : { ok: false, message: saved.notice.say(this.#parts.words()) };
  }
}
