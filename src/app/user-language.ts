import { languageOf } from '../domain/language.ts';
import type { Region, RegionLocales } from '../domain/region.ts';
import type { Language } from '../domain/settings.ts';
import { type Messages, messagesFor } from '../i18n/messages.ts';
import { regionOf } from '../i18n/region-of.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** What the system is set to. */
export interface SystemLocale {
  /** The most wanted first, as BCP 47 tags. */
  readonly languages: () => readonly string[];
  readonly region: () => RegionLocales;
}

/** The language that the user reads, of the settings or the system's, and the formats of the user's region. */
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

  /** The formats of the system's region. They are made at the first call, which takes some 20 ms, and when it changed. */
  readonly region = (): Region => {
    const locales = this.#system.region();
    const language = this.current();
    const of = `${locales.time} ${locales.numbers} ${language}`;
    if (this.#known?.of !== of) this.#known = { of, region: regionOf(locales, language) };
    return this.#known.region;
  };
}
