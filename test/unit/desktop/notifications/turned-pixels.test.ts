import { expect, test } from 'vitest';
import { turnedPixels } from '../../../../src/desktop/notifications/turned-pixels.ts';

/** A picture whose pixels each consist of one letter four times. */
function picture(...rows: readonly string[]) {
  const width = rows[0]?.length ?? 0;
  const bytes = Buffer.from([...rows.join('')].map((letter) => letter.repeat(4)).join(''));
  return { width, height: rows.length, bytes };
}

/** Returns the rows of letters of a picture. */
function rowsOf({ width, height, bytes }: { width: number; height: number; bytes: Uint8Array }) {
  const letters = Array.from({ length: width * height }, (_, at) => String.fromCharCode(bytes[at * 4] ?? 0)).join('');
  return Array.from({ length: height }, (_, row) => letters.slice(row * width, (row + 1) * width));
}

const as = (rotation: 0 | 90 | 180 | 270, flipHorizontally = false, flipVertically = false) => ({
  rotation,
  flipHorizontally,
  flipVertically,
});

test.each([
  [as(0), ['abc', 'def']],
  [as(90), ['da', 'eb', 'fc']],
  [as(180), ['fed', 'cba']],
  [as(270), ['cf', 'be', 'ad']],
  [as(0, true), ['cba', 'fed']],
  [as(0, false, true), ['def', 'abc']],
  // First rotated, then flipped.
  [as(90, true), ['ad', 'be', 'cf']],
  [as(270, true, true), ['da', 'eb', 'fc']],
])('turned as %o', (how, rows) => {
  expect(rowsOf(turnedPixels(picture('abc', 'def'), how))).toEqual(rows);
});
