import { expect, test } from 'vitest';
import { othersOf } from '../../../renderer/printers/other-printers.ts';
import { receive } from '../../../renderer/state/fleet.ts';
import type { Snapshot } from '../../../src/contract/contract.ts';
import type { PrinterView } from '../../../src/contract/printer-view.ts';
import { defaultRegion } from '../../../src/domain/region.ts';

let number = 0;

function othersOfFirst(...states: readonly PrinterView['status'][]): ReturnType<typeof othersOf> {
  number += 1;
  const printers = states.map((status, index) => ({ id: `${index}`, name: `${index}`, status, tags: [], print: null }));
  const state = { number, version: '1', at: 0, notices: [], language: 'en', settings: {}, region: defaultRegion };
  receive({ ...state, printers, quiet: null } as unknown as Snapshot);
  return othersOf('0');
}

test('Printers whose connection isn’t known count as neither connected nor disconnected, and those that are off not at all', () => {
  expect(othersOfFirst('offline', 'offline', 'off')).toEqual({ disconnected: 1, connected: 0, uncertain: 0 });
  expect(othersOfFirst('offline', 'checking', 'unknown', 'reconnect-needed')).toEqual({
    disconnected: 0,
    connected: 0,
    uncertain: 3,
  });
  expect(othersOfFirst('offline', 'online', 'offline')).toEqual({ disconnected: 1, connected: 1, uncertain: 0 });
});
