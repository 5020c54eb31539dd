import { expect, test } from 'vitest';
import { failureKindOf } from '../../../../src/domain/print/plugin-failure.ts';

test('every status from 100 to 999, written out by hand', () => {
  const table: Readonly<Record<number, string>> = {
    601: 'not-connected',
    603: 'connection-refused',
    604: 'connection-refused',
    605: 'perks-needed',
    606: 'credentials-refused',
    607: 'limit',
    608: 'limit',
    609: 'limit',
    610: 'update-needed',
    613: 'no-print',
    754: 'update-needed',
    785: 'printer-not-answering',
    786: 'wrong-state',
    787: 'too-many-clients',
    788: 'not-supported',
    789: 'no-printer-login',
  };
  for (let status = 100; status <= 999; status += 1) {
    const plugin = status >= 750 && status <= 799 ? 'plugin-failed' : null;
    expect([status, failureKindOf(status)]).toEqual([status, table[status] ?? plugin]);
  }
});
