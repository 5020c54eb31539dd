import { describe, expect, test } from 'vitest';
import { nextPlace } from '../../../renderer/printers/next-place.ts';
import { type Press, shortcutOf } from '../../../renderer/printers/shortcut.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

describe('a key', () => {
  test.each([
    ['/', 'filter'],
    ['r', 'refresh'],
    ['R', 'refresh'],
    ['o', 'open-page'],
    ['Enter', 'enter'],
    ['ArrowDown', 'down'],
    ['Home', 'first'],
    ['End', 'last'],
    [' ', 'select'],
    ['x', null],
    ['constructor', null],
  ])('%s does %s', (key, action) => expect(shortcutOf(press(key))).toBe(action));

  test.each(['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const)('with %s is not for the list', (modifier) => {
    expect(shortcutOf(press('r', { [modifier]: true }))).toBeNull();
    expect(shortcutOf(press('ArrowUp', { [modifier]: true }))).toBeNull();
  });

  test('with Shift selects on the way, or focuses the filter, since a slash may need Shift', () => {
    expect(shortcutOf(press('/', { shiftKey: true }))).toBe('filter');
    expect(shortcutOf(press('ArrowDown', { shiftKey: true }))).toBe('select-down');
    expect(shortcutOf(press('ArrowUp', { shiftKey: true }))).toBe('select-up');
    expect(shortcutOf(press('R', { shiftKey: true }))).toBeNull();
    expect(shortcutOf(press(' ', { shiftKey: true }))).toBeNull();
    expect(shortcutOf(press('Home', { shiftKey: true }))).toBeNull();
  });

  test('selects everything with Control, or with Command', () => {
    expect(shortcutOf(press('a', { ctrlKey: true }))).toBe('select-all');
    expect(shortcutOf(press('A', { metaKey: true }))).toBe('select-all');
    expect(shortcutOf(press('a', { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(shortcutOf(press('a', { ctrlKey: true, altKey: true }))).toBeNull();
    expect(shortcutOf(press('a'))).toBeNull();
  });

  test('held down repeats only if it is an arrow', () => {
    expect(shortcutOf(press('r', { repeat: true }))).toBeNull();
    expect(shortcutOf(press('ArrowDown', { repeat: true }))).toBe('down');
  });
});

describe('the keys between printers', () => {
  test('go to the first printer from outside', () => {
    expect(nextPlace('down', null, 3)).toBe(0);
    expect(nextPlace('first', null, 3)).toBe(0);
    expect(nextPlace('up', null, 3)).toBeNull();
    expect(nextPlace('down', null, 0)).toBeNull();
    expect(nextPlace('last', null, 0)).toBeNull();
  });

  test('move through a list and stop at its ends', () => {
    expect(nextPlace('down', 0, 3)).toBe(1);
    expect(nextPlace('up', 2, 3)).toBe(1);
    expect(nextPlace('down', 2, 3)).toBeNull();
    expect(nextPlace('up', 0, 3)).toBeNull();
  });

  test('go to both ends directly', () => {
    expect(nextPlace('first', 2, 3)).toBe(0);
    expect(nextPlace('last', 0, 3)).toBe(2);
    expect(nextPlace('last', 2, 3)).toBeNull();
  });
});
