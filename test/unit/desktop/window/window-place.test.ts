import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canPlaceWindows,
  leastSize,
  openingAt,
  openingOf,
  sizeToRequest,
  usualSize,
} from '../../../../src/desktop/window/window-place.ts';

const laptop = { x: 0, y: 28, width: 1440, height: 872 };
const above = { x: -200, y: -1080, width: 1920, height: 1040 };
const left = (x: number, y: number, width = 600, height = 700, maximized = false) => ({
  width,
  height,
  position: { x, y },
  maximized,
});

describe('Where the window opens', () => {
  it('is up to the desktop the first time', () => {
    expect(openingOf(null, [laptop], true)).toEqual({ ...usualSize, maximized: false });
  });

  it.each([
    ['where it was left', left(100, 100), { x: 100, y: 100, width: 600, height: 700 }],
    ['on the display above', left(300, -900), { x: 300, y: -900, width: 600, height: 700 }],
    ['moved in from the edge', left(1300, 600), { x: 840, y: 200, width: 600, height: 700 }],
    ['out from under the panel', left(10, 0), { x: 10, y: 28, width: 600, height: 700 }],
    ['smaller than a display that shrank', left(10, 40, 3000, 2000), { x: 0, y: 28, width: 1440, height: 872 }],
    ['not smaller than it may be', left(10, 40, 5, 5), { x: 10, y: 40, ...leastSize }],
    ['not where no display is any more', left(5000, 5000), { width: 600, height: 700 }],
  ])('is %s', (_messages, place, expected) => {
    expect(openingOf(place, [laptop, above], true)).toEqual({ ...expected, maximized: false });
  });

  it('is up to the desktop if windows cannot place themselves', () => {
    expect(openingOf(left(100, 100, 700, 500, true), [laptop], false)).toEqual({
      width: 700,
      height: 500,
      maximized: true,
    });
    expect(canPlaceWindows('linux', { XDG_SESSION_TYPE: 'wayland' })).toBe(false);
    expect(canPlaceWindows('linux', { XDG_SESSION_TYPE: 'x11' })).toBe(true);
    expect(canPlaceWindows('linux', { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' })).toBe(false);
    expect(canPlaceWindows('win32', {})).toBe(true);
  });

  it('is never off-screen', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 });
    const size = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const opening = openingOf(left(x, y, width, height), [laptop, above], true);
        if (opening.x === undefined || opening.y === undefined) return;
        const { x: atX, y: atY } = opening;
        const inside = [laptop, above].some(
          (area) =>
            atX >= area.x &&
            atY >= area.y &&
            atX + opening.width <= area.x + area.width &&
            atY + opening.height <= area.y + area.height,
        );
        expect(inside).toBe(true);
      }),
    );
  });
});

describe('At the tray the window opens', () => {
  const usual = { ...usualSize, maximized: false };
  const whole = { x: 0, y: 0, width: 1440, height: 900 };
  it.each([
    ['below a panel at the top', { x: 1400, y: 14 }, laptop, { x: 952, y: 36 }],
    ['above a panel at the bottom', { x: 1400, y: 890 }, { ...whole, height: 860 }, { x: 952, y: 212 }],
    ['beside a panel on the left', { x: 20, y: 850 }, { ...whole, x: 40, width: 1400 }, { x: 48, y: 252 }],
    ['under its icon where there is room on both sides', { x: 700, y: 14 }, laptop, { x: 460, y: 36 }],
    [
      'in the corner of a work area smaller than itself',
      { x: 10, y: 10 },
      { ...whole, width: 300, height: 300 },
      { x: 0, y: 0 },
    ],
  ] as const)('%s', (_messages, spot, area, place) => {
    const opened = openingAt(spot, usual, area);
    expect(opened).toMatchObject({ width: usualSize.width, height: usualSize.height });
    expect({ x: Math.max(0, opened.x ?? -1), y: Math.max(0, opened.y ?? -1) }).toEqual(place);
  });

  it('in its last size, and maximized where it was', () => {
    expect(openingAt({ x: 1400, y: 14 }, { width: 600, height: 500, maximized: false }, laptop)).toMatchObject({
      width: 600,
      height: 500,
    });
    const maximized = { width: 600, height: 500, x: 3, y: 4, maximized: true };
    expect(openingAt({ x: 1400, y: 14 }, maximized, laptop)).toBe(maximized);
  });
});

describe('The size of a window that a Wayland desktop sizes', () => {
  const size = fc.record({ width: fc.integer({ min: 320, max: 4_000 }), height: fc.integer({ min: 400, max: 3_000 }) });

  it('stays the same through any number of openings, whatever the desktop adds', () => {
    const addition = fc.integer({ min: -400, max: 2_000 });
    fc.assert(
      fc.property(size, addition, addition, (first, wider, taller) => {
        const given = { width: first.width + wider, height: first.height + taller };
        expect(sizeToRequest(first, given, given)).toEqual(first);
      }),
    );
  });

  it('follows the user: GNOME adds 44 pixels for a frame and its shadow', () => {
    const now = { width: 724, height: 844 };
    expect(sizeToRequest({ width: 480, height: 640 }, { width: 524, height: 684 }, now)).toEqual({
      width: 680,
      height: 800,
    });
  });

  it('is not that of a narrow tile', () => {
    const now = { width: 300, height: 743 };
    expect(sizeToRequest(usualSize, { width: 1276, height: 743 }, now)).toEqual(usualSize);
  });
});
