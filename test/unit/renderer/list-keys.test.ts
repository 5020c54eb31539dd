import { describe, expect, test } from 'vitest';
import { keyDeed, type Press } from '../../../renderer/printers/key-deeds.ts';
import { type Box, nextPrinter } from '../../../renderer/printers/next-printer.ts';

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
    ['x', null],
    ['constructor', null],
  ])('%s does %s', (key, deed) => expect(keyDeed(press(key))).toBe(deed));

  test.each(['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const)('with %s is not for the list', (modifier) => {
    expect(keyDeed(press('r', { [modifier]: true }))).toBeNull();
    expect(keyDeed(press('ArrowUp', { [modifier]: true }))).toBeNull();
  });

  test('with Shift is the filter alone, as a slash may need it', () => {
    expect(keyDeed(press('/', { shiftKey: true }))).toBe('filter');
    expect(keyDeed(press('R', { shiftKey: true }))).toBeNull();
    expect(keyDeed(press('ArrowDown', { shiftKey: true }))).toBeNull();
  });

  test('held down goes on only when it is an arrow', () => {
    expect(keyDeed(press('r', { repeat: true }))).toBeNull();
    expect(keyDeed(press('ArrowDown', { repeat: true }))).toBe('down');
  });
});

const box = (column: number, row: number, height = 100): Box => ({
  left: column * 210,
  right: column * 210 + 200,
  top: row * 110,
  bottom: row * 110 + height,
});

describe('the arrows', () => {
  const rows = [box(0, 0), box(0, 1), box(0, 2)];
  // Five cards in two columns, the first a short one.
  const cards = [box(0, 0, 60), box(1, 0), box(0, 1), box(1, 1), box(0, 2)];

  test('lead from nowhere to the first printer', () => {
    expect(nextPrinter('down', null, rows)).toBe(0);
    expect(nextPrinter('up', null, rows)).toBeNull();
    expect(nextPrinter('down', null, [])).toBeNull();
  });

  test('go through a list and stop at its ends', () => {
    expect(nextPrinter('down', 0, rows)).toBe(1);
    expect(nextPrinter('up', 2, rows)).toBe(1);
    expect(nextPrinter('down', 2, rows)).toBeNull();
    expect(nextPrinter('up', 0, rows)).toBeNull();
  });

  test('do nothing sideways in a list', () => {
    expect(nextPrinter('right', 0, rows)).toBeNull();
    expect(nextPrinter('left', 1, rows)).toBeNull();
  });

  test('keep to the column among cards', () => {
    expect(nextPrinter('down', 0, cards)).toBe(2);
    expect(nextPrinter('down', 1, cards)).toBe(3);
    expect(nextPrinter('up', 3, cards)).toBe(1);
    expect(nextPrinter('up', 4, cards)).toBe(2);
  });

  test('take the nearest card where the column has ended', () => {
    expect(nextPrinter('down', 3, cards)).toBe(4);
  });

  test('go sideways from row to row', () => {
    expect(nextPrinter('right', 1, cards)).toBe(2);
    expect(nextPrinter('left', 2, cards)).toBe(1);
    expect(nextPrinter('right', 4, cards)).toBeNull();
  });
});
