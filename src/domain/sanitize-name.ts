/** Maximum length of a name, in code points. */
export const longestName = 200;

/** Used for a printer whose name has no visible characters. */
export const namelessPrinter = 'Unnamed printer';

/** Control characters and line separators: a name is one line. */
const lineBreakers = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Invisible characters: some change the direction of the text around them (so a name could reorder the text of a
 * notification), others make different names look alike. Joiners and variation selectors stay because emoji and Persian
 * need them, and so do the tags of a flag such as Scotland's.
 */
const deceivers =
  /(\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F})|(?!\u200C|\u200D|[\uFE00-\uFE0F]|[\u180B-\u180D\u180F])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** More combining marks on one letter than any language uses; they would overflow into other lines. */
const pilesOfMarks = /(\p{M}{4})\p{M}+/gu;

/** At least one visible character. The blank Braille pattern counts as a symbol but shows nothing. */
const visible = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/** Printable ASCII with single spaces, like most names: nothing to sanitize. */
const harmless = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Returns an untrusted name as one line of harmless text of 1 to 200 characters. Right-to-left names and emoji are
 * unchanged; so is markup, which callers have to escape when they show it.
 */
export function sanitizedName(input: string): string {
  // Avoids loading ICU's character tables, which the expressions below need.
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
