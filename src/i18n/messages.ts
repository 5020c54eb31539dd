import type { Language } from '../domain/settings.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';

/** All texts of tray, notifications and messages in one language; the window has its own. */
export type Messages = typeof english;

const catalogues: Readonly<Record<Language, Messages>> = { en: english, de: german };

export function messagesFor(language: Language): Messages {
  return catalogues[language];
}
