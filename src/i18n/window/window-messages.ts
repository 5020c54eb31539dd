import type { Language } from '../../domain/settings.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';

/** Words with something else in between, such as a name that may be written from right to left. */
export type Phrase<Part> = readonly (string | Part)[];

/** All texts of the window in one language. */
export type WindowMessages = typeof english;

const catalogues: Readonly<Record<Language, WindowMessages>> = { en: english, de: german };

/** The window's texts in a language. They are apart from the main process's, which never loads them. */
export function windowMessagesFor(language: Language): WindowMessages {
  return catalogues[language];
}
