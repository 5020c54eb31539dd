import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import type { DesktopKind } from './desktops.ts';

const run = (program: string, ...args: readonly string[]) =>
  promisify(execFile)(program, [...args], { timeout: 10_000 });

/** A rectangle on the screen, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a pixel has a colour: red, green, blue, 0 to 255. */
export type Colour = (red: number, green: number, blue: number) => boolean;

/** The colours of the app's icons, as desktops draw them. */
export const colours = {
  amber: (red, green, blue) => red > 230 && green > 140 && green < 195 && blue < 70,
  green: (red, green, blue) => Math.max(Math.abs(red - 27), Math.abs(green - 166), Math.abs(blue - 85)) <= 20,
  /** Of “can’t check”, whose disc is lighter than its edge. */
  lightGrey: (...parts) => parts.every((part) => Math.abs(part - 226) <= 2),
  dullGreen: (red, green, blue) => Math.max(Math.abs(red - 62), Math.abs(green - 144), Math.abs(blue - 96)) <= 14,
} as const satisfies Record<string, Colour>;

/**
 * Clicks the notification on the screenshot `file`: with the pointer on its picture, the largest square one in that
 * colour on the screen while no window is open. Where there is no pointer, the notification server's own tool clicks it
 * by its `id`.
 */
export async function clickNotification(kind: DesktopKind, file: string, id: number, colour: Colour): Promise<void> {
  if (kind.clicks !== 'pointer') {
    const [program, ...args] = kind.clicks;
    await run(program, ...args, String(id));
    return;
  }
  const picture = areasOf(file, colour)
    .filter(({ width, height }) => height >= 20 && height <= 80 && width / height > 0.7 && width / height < 1.4)
    .sort((one, other) => other.height - one.height)[0];
  if (picture === undefined) throw new Error('No picture of a notification is on the screen.');
  const [x, y] = [picture.x + picture.width / 2, picture.y + picture.height / 2];
  await run('xdotool', 'mousemove', String(Math.round(x)), String(Math.round(y)));
  // Plasma and GNOME notice the pointer before the click.
  await run('xdotool', 'sleep', '0.3', 'click', '1');
}

/** The areas with a colour on a screenshot: neighbouring cells of 4 × 4 pixels that have it. */
export function areasOf(file: string, colour: Colour): readonly Area[] {
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  const cell = 4;
  const cells = new Set<string>();
  // Every second pixel: a popup is gone after five seconds.
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = (y * width + x) * 4;
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (colour(red, green, blue)) cells.add(`${Math.floor(x / cell)} ${Math.floor(y / cell)}`);
    }
  }
  const areas: Area[] = [];
  for (const first of cells) {
    cells.delete(first);
    const [column = 0, row = 0] = first.split(' ').map(Number);
    let [left, right, top, bottom] = [column, column, row, row];
    const next = [[column, row] as const];
    for (let found = next.pop(); found !== undefined; found = next.pop()) {
      const [x, y] = found;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
        [-2, 0],
        [2, 0],
        [0, -2],
        [0, 2],
      ] as const) {
        if (cells.delete(`${x + dx} ${y + dy}`)) next.push([x + dx, y + dy]);
      }
    }
    areas.push({ x: left * cell, y: top * cell, width: (right - left + 1) * cell, height: (bottom - top + 1) * cell });
  }
  return areas;
}
