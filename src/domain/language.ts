import type { Language, LanguageChoice } from './settings.ts';

/**
 * The language to speak: the user's choice, or the first of the system's (as BCP 47 tags, the most wanted first) that
 * OctoGlance speaks, or else English.
 */
export function languageOf(choice: LanguageChoice, systemLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of systemLanguages) {
    const primary = tag.split(/[-_.]/u)[0]?.toLowerCase();
    if (primary === 'en' || primary === 'de') return primary;
  }
  return 'en';
}
