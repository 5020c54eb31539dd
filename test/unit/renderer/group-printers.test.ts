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

  test('start with what needs the user, each in the user’s order', () => {
    expect(groupsOf(mixed, 'needs-you-first')).toEqual([
      { key: 'needs-you', ids: ['1', '3'] },
      { key: 'others', ids: ['0', '2', '4'] },
    ]);
  });

  test('sorted by status start with the worst', () => {
    expect(groupsOf(mixed, 'by-state')).toEqual([
      { key: 'reconnect-needed', ids: ['3'] },
      { key: 'offline', ids: ['1'] },
      { key: 'unknown', ids: ['2'] },
      { key: 'online', ids: ['0', '4'] },
    ]);
  });

  test('in the user’s order are one group', () => {
    expect(groupsOf(mixed, 'own')).toEqual([{ key: 'all', ids: ['0', '1', '2', '3', '4'] }]);
  });

  test('have no “other” heading if nothing needs the user', () => {
    expect(groupsOf(printers('online', 'checking'), 'needs-you-first')).toEqual([{ key: 'all', ids: ['0', '1'] }]);
  });

  test('say so if everything needs the user', () => {
    expect(groupsOf(printers('offline'), 'needs-you-first')).toEqual([{ key: 'needs-you', ids: ['0'] }]);
  });

  test('contain every printer once, in the user’s order', () => {
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

test('a status needs the user if something can be done about it, or the printer is disconnected', () => {
  expect(worstFirst.filter((state) => !statesThatNeedYou.has(state))).toEqual(['unknown', 'checking', 'online', 'off']);
});
