import { languageOf } from '../domain/language.ts';
import type { Region, SystemRegion } from '../domain/region.ts';
import type { Language } from '../domain/settings.ts';
import { type Messages, messagesFor } from '../i18n/messages.ts';
import { regionOf } from '../i18n/region-of.ts';
import type { RegionStore } from '../storage/region-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The system's language and region settings. */
export interface SystemLocale {
  /** BCP 47 tags, preferred language first. */
  readonly languages: () => readonly string[];
  readonly region: () => SystemRegion;
  /** Changes with the tables that the formats come from. */
  readonly formatsVersion: string;
}

/** The user's language, from the settings or the system, and the formats of the user's region. */
export class UserLanguage {
  readonly #settings: Pick<SettingsStore, 'value'>;
  readonly #system: SystemLocale;
  readonly #stored: RegionStore;
  #known: { readonly of: string; readonly region: Region } | null = null;

  constructor(settings: Pick<SettingsStore, 'value'>, stored: RegionStore, system: SystemLocale) {
    this.#settings = settings;
    this.#stored = stored;
    this.#system = system;
  }

  current(): Language {
    return languageOf(this.#settings.value().language, this.#system.languages());
  }

  readonly messages = (): Messages => messagesFor(this.current());

  /**
   * The formats of the system's region. Computing them takes about 20 ms, and 3 MB until the app quits: done once for
   * each region, then stored.
   */
  readonly region = (): Region => {
    const system = this.#system.region();
    const language = this.current();
    const of = `${system.time} ${system.numbers} ${system.clock} ${language}`;
    if (this.#known?.of !== of) {
      const usual = this.#usual(system, language);
      this.#known = { of, region: system.clock === null ? usual : { ...usual, clock: system.clock } };
    }
    return this.#known.region;
  };

  /** The region's formats without the desktop's own setting for 12 or 24 hours, which is known only later. */
  #usual(system: SystemRegion, language: Language): Region {
    const of = [system.time, system.numbers, language, this.#system.formatsVersion].join(' ');
    const stored = this.#stored.value();
    if (stored?.of === of) return stored.region;
    const region = regionOf({ ...system, clock: null }, language);
    void this.#stored.save({ of, region });
    return region;
  }
}
