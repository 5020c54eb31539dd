import { editDistance } from './edit-distance.ts';
import type { Printer, PrinterId } from './printer.ts';
import { longestName } from './sanitize-name.ts';

/** The result of looking up a printer by a name from the command line. */
export type FoundPrinter =
  | { readonly found: 'one'; readonly printer: PrinterId }
  /** These match equally well, in the order of the list. */
  | { readonly found: 'several'; readonly printers: readonly PrinterId[] }
  /** No name matches; `nearest` may have been meant. */
  | { readonly found: 'none'; readonly nearest: PrinterId | null };

type Named = Pick<Printer, 'id' | 'name'>;

/**
 * Finds the printer that `typed` names, ignoring case, accents, spaces and punctuation; a part of the name is enough
 * ("mk4" for "Prusa MK4"), and the id works too. The closest kind of match counts: the same text, the same letters, the
 * beginning of the name, the beginning of a word, any part.
 */
export function findPrinter(typed: string, printers: readonly Named[]): FoundPrinter {
  // Longer input can't match.
  const wanted = Array.from(typed.trim()).slice(0, longestName).join('');
  if (wanted === '') return { found: 'none', nearest: null };
  const spellings = spellingsOf(wanted);
  const ways: readonly ((printer: Named) => boolean)[] = [
    ({ id, name }) => id === wanted.toLowerCase() || name === wanted,
    ({ name }) => fits(name, spellings, (own, searched) => own.join('') === searched),
    ({ name }) => fits(name, spellings, (own, searched) => own.join('').startsWith(searched)),
    ({ name }) =>
      fits(name, spellings, (own, searched) => own.some((_, at) => own.slice(at).join('').startsWith(searched))),
    ({ name }) => fits(name, spellings, (own, searched) => own.join('').includes(searched)),
    ({ name }) => name.toLowerCase().includes(wanted.toLowerCase()),
  ];
  for (const way of ways) {
    const [first, ...others] = printers.filter(way);
    if (first === undefined) continue;
    if (others.length === 0) return { found: 'one', printer: first.id };
    return { found: 'several', printers: [first, ...others].map(({ id }) => id) };
  }
  return { found: 'none', nearest: nearestTo(spellings, printers) };
}

function fits(
  name: string,
  searched: readonly (readonly string[])[],
  way: (own: readonly string[], searched: string) => boolean,
): boolean {
  return spellingsOf(name).some((own) => searched.some((words) => words.length > 0 && way(own, words.join(''))));
}

/** Returns the printer with the smallest edit distance, as long as most of the input matches; null without one. */
function nearestTo(searched: readonly (readonly string[])[], printers: readonly Named[]): PrinterId | null {
  let nearest: PrinterId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, name } of printers) {
    for (const typed of searched.map((words) => words.join(''))) {
      const parts = spellingsOf(name).flatMap((own) => [own.join(''), ...own]);
      for (const part of parts) {
        const most = Math.min(Math.max(1, Math.floor(typed.length / 3)), typed.length - 1);
        if (Math.abs(typed.length - part.length) > most) continue;
        const changes = editDistance(typed, part);
        if (changes >= least || changes > most) continue;
        least = changes;
        nearest = id;
      }
    }
  }
  return nearest;
}

/** Letters that Unicode does not decompose into a base letter and marks. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Returns the words of a text in lower case without marks, in up to two spellings: "u" and "ue" for "ü". */
function spellingsOf(text: string): readonly (readonly string[])[] {
  const small = text.normalize('NFKC').toLowerCase().normalize('NFD');
  const plain = wordsOf(small);
  const german = wordsOf(small.replace(/([aou])\u0308/g, '$1e'));
  return plain.join(' ') === german.join(' ') ? [plain] : [plain, german];
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/[ßøæœłđðþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
