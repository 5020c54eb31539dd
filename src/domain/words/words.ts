import { german } from './de/german.ts';
import { english } from './en/english.ts';

/** The languages OctoGlance speaks. */
export type Language = 'en' | 'de';

/** All texts of tray, notifications and messages in one language; the window has its own for what stands on it. */
export type Words = typeof english;

const catalogues: Readonly<Record<Language, Words>> = { en: english, de: german };

export function wordsIn(language: Language): Words {
  return catalogues[language];
}
