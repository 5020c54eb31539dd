import { describe, expect, test } from 'vitest';
import { type KeyPress, windowKeyOf } from '../../../renderer/components/window-keys.ts';
import { leastZoom, mostZoom, nextZoom } from '../../../src/desktop/window/zoom.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const command = { ctrlKey: false, metaKey: true };

describe('a key of the window', () => {
  test.each([
    ['+', 'zoom-in'],
    ['=', 'zoom-in'],
    ['-', 'zoom-out'],
    ['0', 'zoom-reset'],
    ['w', 'close'],
    ['W', 'close'],
    [',', 'settings'],
    ['r', null],
  ])('%s with Control does %s', (key, expected) => expect(windowKeyOf(press(key), false)).toBe(expected));

  test('uses Command on macOS and Control elsewhere, never both', () => {
    expect(windowKeyOf(press(',', command), true)).toBe('settings');
    expect(windowKeyOf(press(','), true)).toBeNull();
    expect(windowKeyOf(press(',', command), false)).toBeNull();
    expect(windowKeyOf(press(',', { metaKey: true }), false)).toBeNull();
  });

  test('is recognized on keyboards with shifted digits and plus', () => {
    expect(windowKeyOf(press('à', { code: 'Digit0' }), false)).toBe('zoom-reset');
    expect(windowKeyOf(press('+', { shiftKey: true }), false)).toBe('zoom-in');
  });

  test.each([{ altKey: true }, { ctrlKey: false }, { shiftKey: true }])('is ignored with %o', (more) =>
    expect(windowKeyOf(press('w', more), false)).toBeNull(),
  );
});

test('the zoom moves in steps from any size, and stops at both ends', () => {
  expect(nextZoom(1, 'in')).toBe(1.1);
  expect(nextZoom(1, 'out')).toBe(0.9);
  expect(nextZoom(1.3, 'out')).toBe(1.25);
  expect(nextZoom(mostZoom, 'in')).toBe(mostZoom);
  expect(nextZoom(leastZoom, 'out')).toBe(leastZoom);
});
