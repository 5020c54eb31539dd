import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECOND } from '../../../src/domain/time.ts';
import { PrintLanes } from '../../../src/monitor/print-lanes.ts';

const free = { underWay: 0, waiting: 0 };
const budget = { window: SECOND, most: 2 };

test('two requests begin in a second, and three are pending', () => {
  const lanes = new PrintLanes();
  for (const id of ['a', 'b']) {
    expect(lanes.room(free, 0, budget)).toEqual({ kind: 'free' });
    lanes.take(id, 0);
  }
  expect(lanes.room(free, 0, budget)).toEqual({ kind: 'paced', wait: SECOND });
  expect(lanes.room(free, 600, budget)).toEqual({ kind: 'paced', wait: 400 });
  expect(lanes.room(free, SECOND, budget)).toEqual({ kind: 'free' });
  lanes.take('c', SECOND);
  expect(lanes.room(free, 3 * SECOND, budget)).toEqual({ kind: 'full' });
  expect([lanes.free('a'), lanes.free('a')]).toEqual([true, false]);
  expect(lanes.room(free, 3 * SECOND, budget)).toEqual({ kind: 'free' });
});

test('one begins even while the Info API waits, but no other, and a lane stays free for it', () => {
  const lanes = new PrintLanes();
  expect(lanes.room({ underWay: 6, waiting: 40 }, 0, budget)).toEqual({ kind: 'free' });
  lanes.take('a', 0);
  expect(lanes.room({ underWay: 6, waiting: 40 }, 0, budget)).toEqual({ kind: 'full' });
  expect(lanes.room({ underWay: 0, waiting: 1 }, 0, budget)).toEqual({ kind: 'full' });
  expect(lanes.room({ underWay: 3, waiting: 0 }, 0, budget)).toEqual({ kind: 'free' });
  lanes.take('b', 0);
  expect(lanes.room({ underWay: 3, waiting: 0 }, 2 * SECOND, budget)).toEqual({ kind: 'full' });
});

test('the latest is cancelled when the Info API needs its lane, except the first', () => {
  const lanes = new PrintLanes();
  for (const id of ['a', 'b', 'c']) lanes.take(id, 0);
  expect(lanes.toGiveUp({ underWay: 3, waiting: 2 })).toEqual([]);
  expect(lanes.toGiveUp({ underWay: 4, waiting: 0 })).toEqual(['c']);
  expect(lanes.toGiveUp({ underWay: 6, waiting: 0 })).toEqual(['b', 'c']);
});

test('six lanes and one more are enough for all, however many are due, and never delay the Info API', () => {
  const step = fc.record({
    due: fc.nat(8),
    info: fc.nat(6),
    waiting: fc.nat(2),
    wait: fc.nat(3_000),
    ends: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const lanes = new PrintLanes();
      const underWay = new Set<string>();
      const begun: number[] = [];
      let at = 0;
      let count = 0;
      for (const one of steps) {
        at += one.wait;
        const info = { underWay: one.info, waiting: one.waiting };
        for (const id of lanes.toGiveUp(info)) underWay.delete(id) && lanes.free(id);
        const before = underWay.size;
        for (let due = one.due; due > 0 && lanes.room(info, at, budget).kind === 'free'; due -= 1) {
          const id = `${count}`;
          count += 1;
          lanes.take(id, at);
          underWay.add(id);
          begun.push(at);
        }
        if (underWay.size > 1) expect(one.info + underWay.size).toBeLessThanOrEqual(6);
        expect(underWay.size).toBeLessThanOrEqual(3);
        if (one.waiting > 0) expect(underWay.size).toBeLessThanOrEqual(Math.max(1, before));
        expect(begun.filter((moment) => at - moment < SECOND).length).toBeLessThanOrEqual(2);
        const [oldest] = underWay;
        if (one.ends && oldest !== undefined) {
          underWay.delete(oldest);
          lanes.free(oldest);
        }
      }
    }),
  );
});
