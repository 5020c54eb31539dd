import type { Language } from '../../domain/settings.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';

/** Text with something else in between, such as a name that may be right-to-left. */
export type Phrase<Part> = readonly (string | Part)[];

/** All texts of the window in one language. */
export type WindowMessages = typeof english;

const catalogues: Readonly<Record<Language, WindowMessages>> = { en: english, de: german };

/**
 * Returns the window's texts in a language. They are separate from those of the main process, which never loads them.
 */
export function windowMessagesFor(language: Language): WindowMessages {
  return catalogues[language];
}
