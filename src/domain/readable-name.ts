import type { Words } from './words/words.ts';

/** Longest name that is kept, in characters (code points). */
const longestName = 200;

/** Kept for a printer whose name has nothing visible in it. */
export const namelessPrinter = 'Unnamed printer';

/** Controls and line separators: a name is one line. */
const lineBreakers = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Characters that turn the direction of the text around them (a name could so reorder the words of a notification), and
 * invisible ones that make two different names look alike. Joiners stay: emoji and Persian need them.
 */
const deceivers = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A name from outside as one line of harmless text of 1 to 200 characters. Right-to-left names and emoji stay what they
 * are; markup stays too, as it is for those who show it to escape it.
 */
export function readableName(said: string): string {
  const line = said
    .slice(0, 20 * longestName)
    .toWellFormed()
    .replace(lineBreakers, ' ')
    .replace(deceivers, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!visible.test(line)) return namelessPrinter;
  const characters = [...line];
  return characters.length <= longestName
    ? line
    : `${characters
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`;
}

/** A kept name as it is shown: one that stands for no name, in the user's language. */
export function shownName(name: string, { glance }: Words): string {
  return name === namelessPrinter ? glance.namelessPrinter : name;
}
