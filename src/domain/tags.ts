import { namelessPrinter, sanitizedName } from './sanitize-name.ts';

/** As many as fit beside a printer's name, and one or two words each. */
export const mostTags = 12;
export const longestTag = 30;

/**
 * What the user typed as a tag: one line of harmless text of 1 to 30 characters without commas, or null when nothing is
 * left of it.
 */
export function readTag(input: string): string | null {
  const line = sanitizedName(input.replaceAll(',', ' '));
  if (line === namelessPrinter) return null;
  return [...line].slice(0, longestTag).join('').trim();
}

/** Tags that differ in capitals alone are the same one. */
export function sameTag(one: string, other: string): boolean {
  return key(one) === key(other);
}

/** Each tag once, in its first spelling, in the order of the alphabet. */
export function distinctTags(tags: Iterable<string>): readonly string[] {
  const spelt = new Map<string, string>();
  for (const tag of tags) if (!spelt.has(key(tag))) spelt.set(key(tag), tag);
  return [...spelt.entries()].sort(([one], [other]) => one.localeCompare(other)).map(([, tag]) => tag);
}

/** The tags of a printer with one more, or without it; it has 12 at most. */
export function withTag(tags: readonly string[], tag: string, on: boolean): readonly string[] {
  if (!on) return tags.filter((one) => !sameTag(one, tag));
  const has = tags.some((one) => sameTag(one, tag));
  return has || tags.length >= mostTags ? tags : distinctTags([...tags, tag]);
}

/** What a file says about tags: what is no tag is left out. */
export function readTags(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  const read = stored.flatMap((one) => (typeof one === 'string' ? (readTag(one) ?? []) : []));
  return distinctTags(read).slice(0, mostTags);
}

function key(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}
