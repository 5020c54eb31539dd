import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../renderer/state/group-printers.ts';
import { statesThatNeedYou } from '../../../renderer/state/states.ts';
import { worstFirst } from '../../../src/domain/glance.ts';
import { listOrders } from '../../../src/domain/settings.ts';
import type { ShownStatus } from '../../../src/domain/shown-status.ts';

const printers = (...states: ShownStatus[]) => states.map((status, index) => ({ id: `${index}`, status }));

describe('the groups of a long list', () => {
  const mixed = printers('online', 'offline', 'unknown', 'reconnect-needed', 'online');

  test('what needs the user comes first, each group in the own order', () => {
    expect(groupsOf(mixed, 'needs-you-first')).toEqual([
      { key: 'needs-you', ids: ['1', '3'] },
      { key: 'others', ids: ['0', '2', '4'] },
    ]);
  });

  test('by state the worst comes first', () => {
    expect(groupsOf(mixed, 'by-state')).toEqual([
      { key: 'reconnect-needed', ids: ['3'] },
      { key: 'offline', ids: ['1'] },
      { key: 'unknown', ids: ['2'] },
      { key: 'online', ids: ['0', '4'] },
    ]);
  });

  test('the own order has one group', () => {
    expect(groupsOf(mixed, 'own')).toEqual([{ key: 'all', ids: ['0', '1', '2', '3', '4'] }]);
  });

  test('where nothing needs the user nobody is called another', () => {
    expect(groupsOf(printers('online', 'checking'), 'needs-you-first')).toEqual([{ key: 'all', ids: ['0', '1'] }]);
  });

  test('where everything needs the user it says so', () => {
    expect(groupsOf(printers('offline'), 'needs-you-first')).toEqual([{ key: 'needs-you', ids: ['0'] }]);
  });

  test('every printer is in one group, and within it in the own order', () => {
    const anyStates = fc.array(fc.constantFrom(...worstFirst), { maxLength: 30 });
    fc.assert(
      fc.property(anyStates, fc.constantFrom(...listOrders), (states, order) => {
        const groups = groupsOf(printers(...states), order);
        const places = groups.map(({ ids }) => ids.map(Number));
        expect(places.flat().toSorted((one, other) => one - other)).toEqual(states.map((_state, index) => index));
        for (const ids of places) expect(ids).toEqual(ids.toSorted((one, other) => one - other));
        expect(groups.every(({ ids }) => ids.length > 0)).toBe(true);
      }),
    );
  });
});

test('a state needs the user when something can be done about it, or the printer is gone', () => {
  expect(worstFirst.filter((state) => !statesThatNeedYou.has(state))).toEqual(['unknown', 'checking', 'online', 'off']);
});
