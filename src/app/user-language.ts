import { languageOf } from '../domain/language.ts';
import type { Language } from '../domain/settings.ts';
import { type Messages, messagesFor } from '../i18n/messages.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The language that the user reads: the one of the settings, or the system's. */
export class UserLanguage {
  readonly #settings: SettingsStore;
  readonly #systemLanguages: () => readonly string[];

  /** `systemLanguages` returns those of the system, the most wanted first, as BCP 47 tags. */
  constructor(settings: SettingsStore, systemLanguages: () => readonly string[]) {
    this.#settings = settings;
    this.#systemLanguages = systemLanguages;
  }

  current(): Language {
    return languageOf(this.#settings.value().language, this.#systemLanguages());
  }

  readonly words = (): Messages => messagesFor(this.current());
}
