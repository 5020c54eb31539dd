import { namelessPrinter, sanitizedName } from './sanitize-name.ts';

/** Limits that fit next to a printer's name, with one or two words per tag. */
export const mostTags = 12;
export const longestTag = 30;

/**
 * Returns the user's input as a tag: one line of harmless text of 1 to 30 characters without commas; null if none is
 * left.
 */
export function readTag(input: string): string | null {
  const line = sanitizedName(input.replaceAll(',', ' '));
  if (line === namelessPrinter) return null;
  return [...line].slice(0, longestTag).join('').trim();
}

/** Whether two tags are the same, ignoring case. */
export function sameTag(one: string, other: string): boolean {
  return key(one) === key(other);
}

/** Returns each tag once, in its first spelling, in alphabetical order. */
export function distinctTags(tags: Iterable<string>): readonly string[] {
  const spelt = new Map<string, string>();
  for (const tag of tags) if (!spelt.has(key(tag))) spelt.set(key(tag), tag);
  return [...spelt.entries()].sort(([one], [other]) => one.localeCompare(other)).map(([, tag]) => tag);
}

/** Whether a printer with these tags has this one, or can have it too. */
export function hasRoomFor(tag: string, tags: readonly string[]): boolean {
  return tags.length < mostTags || tags.some((one) => sameTag(one, tag));
}

/** Adds a tag to a printer's tags, of which there are at most 12, or removes it. */
export function withTag(tags: readonly string[], tag: string, on: boolean): readonly string[] {
  if (!on) return tags.filter((one) => !sameTag(one, tag));
  const has = tags.some((one) => sameTag(one, tag));
  return has || !hasRoomFor(tag, tags) ? tags : distinctTags([...tags, tag]);
}

/** Reads tags from a file; invalid ones are dropped. */
export function readTags(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  const read = stored.flatMap((one) => (typeof one === 'string' ? (readTag(one) ?? []) : []));
  return distinctTags(read).slice(0, mostTags);
}

function key(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}
