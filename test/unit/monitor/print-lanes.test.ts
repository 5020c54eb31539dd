import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECOND } from '../../../src/domain/time.ts';
import { PrintLanes } from '../../../src/monitor/print-lanes.ts';

const due = (...ids: string[]) => ids.map((id, since) => ({ id, since }));
const free = { underWay: 0, waiting: 0 };

test('who has waited longest is first; two begin in a second, and three are under way', () => {
  const lanes = new PrintLanes();
  const all = [
    { id: 'c', since: 3 },
    { id: 'a', since: 1 },
    { id: 'b', since: 2 },
    { id: 'd', since: 4 },
  ];
  const first = lanes.turn(all, free, 0, SECOND);
  expect(first).toEqual({ next: ['a', 'b'], giveUp: [], again: SECOND });
  for (const id of first.next) lanes.take(id, 0);
  expect(lanes.turn(all, free, 500, SECOND)).toEqual({ next: [], giveUp: [], again: 500 });
  expect(lanes.turn(all, free, SECOND, SECOND).next).toEqual(['c']);
  lanes.take('c', SECOND);
  expect(lanes.turn(all, free, 3 * SECOND, SECOND).next).toEqual([]);
  expect([lanes.free('a'), lanes.free('a')]).toEqual([true, false]);
  expect(lanes.turn(all.slice(3), free, 3 * SECOND, SECOND).next).toEqual(['d']);
});

test('nothing begins while the Info API waits, and a lane stays free for it', () => {
  const lanes = new PrintLanes();
  expect(lanes.turn(due('a'), { underWay: 0, waiting: 1 }, 0, SECOND).next).toEqual([]);
  expect(lanes.turn(due('a', 'b'), { underWay: 4, waiting: 0 }, 0, SECOND).next).toEqual(['a']);
  expect(lanes.turn(due('a'), { underWay: 5, waiting: 0 }, 0, SECOND).next).toEqual([]);
});

test('what the Info API needs is given up, the latest first', () => {
  const lanes = new PrintLanes();
  for (const id of ['a', 'b', 'c']) lanes.take(id, 0);
  expect(lanes.turn([], { underWay: 3, waiting: 2 }, 0, SECOND).giveUp).toEqual([]);
  expect(lanes.turn([], { underWay: 4, waiting: 0 }, 0, SECOND).giveUp).toEqual(['c']);
  expect(lanes.turn([], { underWay: 6, waiting: 0 }, 0, SECOND).giveUp).toEqual(['a', 'b', 'c']);
});

test('however many are due, six lanes are enough for all, and the Info API has what it wants', () => {
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
        const ids = Array.from({ length: one.due }, (_, index) => ({ id: `${count + index}`, since: index }));
        count += one.due;
        const turn = lanes.turn(ids, { underWay: one.info, waiting: one.waiting }, at, SECOND);
        for (const id of turn.giveUp) underWay.delete(id) && lanes.free(id);
        for (const id of turn.next) {
          lanes.take(id, at);
          underWay.add(id);
          begun.push(at);
        }
        expect(one.info + underWay.size).toBeLessThanOrEqual(6);
        expect(underWay.size).toBeLessThanOrEqual(3);
        if (one.waiting > 0) expect(turn.next).toEqual([]);
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
