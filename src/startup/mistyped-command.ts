import { editDistance } from '../domain/edit-distance.ts';

/**
 * Which of these words was probably meant by `typed`, ignoring case; null if none is near. A short word may differ by
 * one slip of the finger, longer ones by two.
 */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  const [nearest] = words
    .map((word) => ({ word, changes: editDistance(wanted, word) }))
    .filter(({ word, changes }) => changes <= (word.length > 4 ? 2 : 1))
    .toSorted((one, other) => one.changes - other.changes);
  return nearest?.word ?? null;
}
