/** Longest name that is kept, in characters (code points). */
const longestName = 200;

/** Kept for a printer whose name has nothing visible in it. */
export const namelessPrinter = 'Unnamed printer';

/** Controls and line separators: a name is one line. */
const lineBreakers = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Characters that show nothing of themselves: some turn the direction of the text around them (a name could so reorder the
 * words of a notification), the others make two different names look alike. Joiners and variation selectors stay, emoji and
 * Persian need them, and so do the tags of a flag such as Scotland's.
 */
const deceivers =
  /(\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F})|(?!\u200C|\u200D|[\uFE00-\uFE0F]|[\u180B-\u180D\u180F])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** More marks on one letter than any language writes would pour out of their line over others. */
const pilesOfMarks = /(\p{M}{4})\p{M}+/gu;

/** Braille's empty pattern counts as a symbol and is blank. */
const visible = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/** Most names are of letters that everybody's keyboard has: nothing can be wrong with them. */
const harmless = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A name from outside as one line of harmless text of 1 to 200 characters. Right-to-left names and emoji stay what they
 * are; markup stays too, as it is for those who show it to escape it.
 */
export function sanitizedName(input: string): string {
  // Spares ICU's tables of all characters, which the expressions below bring into memory.
  if (input.length <= longestName && harmless.test(input)) return input;
  const line = input
    .slice(0, 20 * longestName)
    .toWellFormed()
    .replace(lineBreakers, ' ')
    .replace(deceivers, '$1')
    .replace(pilesOfMarks, '$1')
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
