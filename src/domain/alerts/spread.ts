import type { PrinterId } from '../printer.ts';
import type { Milliseconds } from '../time.ts';

/**
 * Returns how much later an installation with these printers should check them when everybody does at the same time of
 * day, as at the end of quiet hours: up to a third of `wait`, ms. Otherwise OctoEverywhere would get everybody's
 * requests in the same second. Depends only on the first id, in their order: the same each time, and different in most
 * installations.
 */
export function spreadOver(wait: Milliseconds, printers: readonly PrinterId[]): Milliseconds {
  let first = printers[0] ?? '';
  for (const id of printers) if (id < first) first = id;
  return (hashOf(first) / 2 ** 32) * (wait / 3);
}

/** 32 bits: FNV-1a, mixed as at the end of MurmurHash3, since FNV's upper bits hardly depend on the last characters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
