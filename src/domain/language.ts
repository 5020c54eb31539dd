import type { Language, LanguageChoice } from './settings.ts';

/**
 * Returns the language to use: the user's choice, or the first supported one of the system's languages (BCP 47 tags,
 * most preferred first), or English.
 */
export function languageOf(choice: LanguageChoice, systemLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of systemLanguages) {
    const primary = tag.split(/[-_.]/u)[0]?.toLowerCase();
    if (primary === 'en' || primary === 'de') return primary;
  }
  return 'en';
}
