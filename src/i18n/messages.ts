import type { Language } from '../domain/settings.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';

/** All texts of tray, notifications and messages in one language; the window has its own for what stands on it. */
export type Words = typeof english;

const catalogues: Readonly<Record<Language, Words>> = { en: english, de: german };

export function wordsIn(language: Language): Words {
  return catalogues[language];
}
