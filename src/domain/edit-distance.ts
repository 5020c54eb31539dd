/**
 * Returns how many characters have to be changed, added, removed or swapped with their neighbour to turn `from` into
 * `to` (Damerau–Levenshtein distance, in the restricted form that edits no position twice).
 */
export function editDistance(from: string, to: string): number {
  const [one, other] = [[...from], [...to]];
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [line, character] of one.entries()) {
    const next = [line + 1];
    for (const [column, wanted] of other.entries()) {
      const change = (row[column] ?? 0) + (character === wanted ? 0 : 1);
      const least = Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
      const swapped = line > 0 && column > 0 && character === other[column - 1] && one[line - 1] === wanted;
      next.push(swapped ? Math.min(least, (before[column - 1] ?? 0) + 1) : least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
