import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Region } from '../../test/support/desktop/desktop.mjs';

/**
 * The smallest region that contains every difference between two pictures of the screen (PNG files of the same size),
 * ignoring the topmost `leaveOut` pixels. Null if they are the same.
 */
export function changedRegion(before: string, after: string, leaveOut = 0): Region | null {
  const one = PNG.sync.read(readFileSync(before));
  const other = PNG.sync.read(readFileSync(after));
  let [left, top, right, bottom] = [one.width, one.height, -1, -1];
  for (let y = leaveOut; y < one.height; y++) {
    for (let x = 0; x < one.width; x++) {
      const at = 4 * (y * one.width + x);
      if (one.data.readUInt32BE(at) === other.data.readUInt32BE(at)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? null : { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top };
}
