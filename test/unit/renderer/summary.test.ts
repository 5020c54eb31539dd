import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../../renderer/summary.ts';
import { glanceOf, worstFirst } from '../../../src/domain/glance.ts';
import type { StatusKind } from '../../../src/domain/status.ts';
import { statusWords } from '../../../src/domain/words.ts';

const fleet = (...statuses: StatusKind[]) => statuses.map((status) => ({ status, words: statusWords[status] }));

test.each([
  [fleet(), 'up', 'none', 'No printers yet'],
  [fleet('perks-needed'), 'up', 'perks-needed', 'Supporter Perks needed'],
  [fleet('online', 'online'), 'up', 'online', 'Both connected'],
  [fleet('online', 'online', 'online'), 'up', 'online', 'All 3 connected'],
  [fleet('online', 'offline', 'offline', 'unknown', 'online'), 'up', 'offline', '2 of 5 disconnected'],
  [fleet('offline', 'reconnect-needed'), 'up', 'reconnect-needed', '1 of 2 needs reconnecting'],
  [fleet('offline', 'online'), 'down', 'unknown', 'This computer is offline'],
] as const)('%j with the network %s is %s: %s', (printers, network, state, text) => {
  expect(summaryOf(printers, network)).toEqual({ state, text });
});

/** The window takes only types from the domain: its order and words must not drift away from the tray's. */
describe('says the same as the tray', () => {
  const pairs = worstFirst.flatMap((one) => worstFirst.map((other) => [one, other] as const));
  test.each(pairs)('with %s and %s', (one, other) => {
    const printers = fleet(one, one, one, other, other);
    const summary = summaryOf(printers, 'up');
    const glance = glanceOf(
      printers.map(({ status }) => ({ name: '', status, stale: false })),
      'up',
    );
    expect(summary.state).toBe(glance.state);
    const all = summary.text.startsWith('All 5 ');
    expect(glance.tooltip).toContain(all ? summary.text.replace('All 5', '5 of 5') : summary.text);
  });
});
