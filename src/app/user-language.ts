import { languageOf } from '../domain/language.ts';
import type { Region, SystemRegion } from '../domain/region.ts';
import type { Language } from '../domain/settings.ts';
import { type Messages, messagesFor } from '../i18n/messages.ts';
import { regionOf } from '../i18n/region-of.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The system's language and region settings. */
export interface SystemLocale {
  /** BCP 47 tags, preferred language first. */
  readonly languages: () => readonly string[];
  readonly region: () => SystemRegion;
}

/** The user's language, from the settings or the system, and the formats of the user's region. */
export class UserLanguage {
  readonly #settings: SettingsStore;
  readonly #system: SystemLocale;
  #known: { readonly of: string; readonly region: Region } | null = null;

  constructor(settings: SettingsStore, system: SystemLocale) {
    this.#settings = settings;
    this.#system = system;
  }

  current(): Language {
    return languageOf(this.#settings.value().language, this.#system.languages());
  }

  readonly words = (): Messages => messagesFor(this.current());

  /**
   * The formats of the system's region. Created on the first call, which takes about 20 ms, and again when the region
   * changes.
   */
  readonly region = (): Region => {
    const system = this.#system.region();
    const language = this.current();
    const of = `${system.time} ${system.numbers} ${system.clock} ${language}`;
    if (this.#known?.of !== of) this.#known = { of, region: regionOf(system, language) };
    return this.#known.region;
  };
}
