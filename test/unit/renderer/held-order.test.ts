import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../renderer/state/group-printers.ts';
import { asHeld, countOutOfPlace, type HeldStates } from '../../../renderer/state/held-order.ts';
import type { ListOrder } from '../../../src/domain/settings.ts';
import type { ShownStatus } from '../../../src/domain/shown-status.ts';

const listed = (...states: ShownStatus[]) =>
  states.map((status, index) => ({ id: `p${index}`, name: `Printer ${index}`, status, tags: [] }));

const heldAs = (...states: ShownStatus[]): HeldStates =>
  new Map(listed(...states).map(({ id, status }) => [id, { status, finishAt: null }]));

const orderOf = (printers: ReturnType<typeof listed>, held: HeldStates, order: ListOrder = 'needs-you-first') =>
  groupsOf(
    printers.map((printer) => asHeld(printer, held)),
    order,
  ).flatMap(({ ids }) => ids);

describe('the order of a long list', () => {
  const held = heldAs('online', 'online', 'offline');

  test('follows every change while the user is not in the list', () => {
    const now = listed('online', 'offline', 'online');
    expect(orderOf(now, null)).toEqual(['p1', 'p0', 'p2']);
    expect(countOutOfPlace(now, null, 'needs-you-first', null)).toBe(0);
  });

  test('stays while the user is in the list, and counts the rows that are out of place', () => {
    const now = listed('online', 'offline', 'online');
    expect(orderOf(now, held)).toEqual(['p2', 'p0', 'p1']);
    expect(countOutOfPlace(now, held, 'needs-you-first', null)).toBe(2);
  });

  test('does not change within a group, except by status', () => {
    const now = listed('online', 'checking', 'reconnect-needed');
    expect(countOutOfPlace(now, held, 'needs-you-first', null)).toBe(0);
    expect(countOutOfPlace(now, held, 'own', null)).toBe(0);
    expect(countOutOfPlace(now, held, 'by-state', null)).toBe(2);
  });

  test('counts rows that a filter would remove or add, but not those it hides anyway', () => {
    const offline = { text: '', state: 'offline', tag: null } as const;
    expect(countOutOfPlace(listed('offline', 'unknown', 'online'), held, 'own', offline)).toBe(2);
  });

  test('adds a new printer at the end of its group, and drops a removed one', () => {
    const now = listed('online', 'online', 'offline', 'online');
    expect(orderOf(now, held)).toEqual(['p2', 'p0', 'p1', 'p3']);
    expect(orderOf(now.slice(1), held)).toEqual(['p2', 'p1', 'p3']);
    expect(countOutOfPlace(now, held, 'needs-you-first', null)).toBe(0);
  });
});

describe('the order by remaining print time', () => {
  const printing = (...ends: (number | null)[]) =>
    ends.map((finishAt, index) => ({
      ...listed('online')[0],
      id: `p${index}`,
      name: 'x',
      tags: [],
      status: 'online' as const,
      finishAt,
    }));
  const heldFrom = (printers: ReturnType<typeof printing>): HeldStates =>
    new Map(printers.map(({ id, status, finishAt }) => [id, { status, finishAt }]));

  test('puts the print that ends next first, and printers without a print last, in the user’s order', () => {
    expect(groupsOf(printing(30, null, 10, null, 20), 'done-next')).toEqual([
      { key: 'printing', ids: ['p2', 'p4', 'p0'] },
      { key: 'others', ids: ['p1', 'p3'] },
    ]);
    expect(groupsOf(printing(null, null), 'done-next')).toEqual([{ key: 'all', ids: ['p0', 'p1'] }]);
  });

  test('stays while the user is in the list, and reports what has changed', () => {
    const held = heldFrom(printing(10, 20, null));
    expect(countOutOfPlace(printing(12, 22, null), held, 'done-next', null)).toBe(0);
    expect(countOutOfPlace(printing(30, 22, null), held, 'done-next', null)).toBe(1);
    expect(countOutOfPlace(printing(null, 22, 5), held, 'done-next', null)).toBe(2);
    expect(orderOf(printing(30, 22, 5) as never, held, 'done-next')).toEqual(['p0', 'p1', 'p2']);
  });
});
