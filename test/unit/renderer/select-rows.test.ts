import { describe, expect, test } from 'vitest';
import { extended, nothing, type Selection, toggled } from '../../../renderer/state/select-rows.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: Selection) => shown.filter((id) => selection.ids.has(id)).join('');

describe('selecting rows', () => {
  test('adds one after the other, and takes one away again', () => {
    const two = toggled(toggled(nothing, 'b'), 'd');
    expect(ids(two)).toBe('bd');
    expect(ids(toggled(two, 'b'))).toBe('d');
  });

  test('extends from the last one in either direction, and keeps what was selected', () => {
    const one = toggled(toggled(nothing, 'e'), 'c');
    expect(ids(extended(one, shown, 'a'))).toBe('abce');
    expect(ids(extended(extended(one, shown, 'a'), shown, 'd'))).toBe('abcde');
  });

  test('extends from a deselected row too, as its place is the last one touched', () => {
    expect(ids(extended(toggled(toggled(nothing, 'b'), 'b'), shown, 'd'))).toBe('bcd');
  });

  test('extends in the order that the list shows, also after sorting', () => {
    const sorted = ['d', 'b', 'a', 'e', 'c'];
    expect(ids(extended(toggled(nothing, 'b'), sorted, 'e'))).toBe('abe');
  });

  test('selects the row alone if the list no longer shows where to extend from', () => {
    const hidden = extended(toggled(nothing, 'gone'), shown, 'c');
    expect(ids(hidden)).toBe('c');
    expect(hidden.anchor).toBe('c');
    expect(ids(extended(nothing, shown, 'b'))).toBe('b');
  });
});
