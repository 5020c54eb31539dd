import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../renderer/state/group-printers.ts';
import { asHeld, countOutOfPlace, type HeldStates } from '../../../renderer/state/held-order.ts';
import type { ListOrder } from '../../../src/domain/settings.ts';
import type { ShownStatus } from '../../../src/domain/shown-status.ts';

const listed = (...states: ShownStatus[]) =>
  states.map((status, index) => ({ id: `p${index}`, name: `Printer ${index}`, status, tags: [] }));

const heldAs = (...states: ShownStatus[]): HeldStates =>
  new Map(listed(...states).map(({ id, status }) => [id, status]));

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
