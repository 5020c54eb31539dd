import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DueQueue } from '../../../src/monitor/due-queue.ts';

describe('the queue of due printers', () => {
  it('returns the earliest first, and among equals the one that was planned first', () => {
    const queue = new DueQueue();
    queue.plan('b', 20);
    queue.plan('c', 10);
    queue.plan('a', 20);
    queue.plan('never', Number.POSITIVE_INFINITY);
    expect(queue.nextAt()).toBe(10);
    expect(queue.takeDue(9)).toEqual([]);
    expect(queue.takeDue(20)).toEqual(['c', 'b', 'a']);
    expect(queue.nextAt()).toBe(Number.POSITIVE_INFINITY);
  });

  it('has one entry per printer, whatever was planned and removed before', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const at = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Number.POSITIVE_INFINITY));
    const action = fc.oneof(
      fc.record({ plan: id, at }),
      fc.record({ forget: id }),
      fc.record({ takeUntil: fc.integer({ min: 0, max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 400 }), (actions) => {
        const queue = new DueQueue();
        const plans = new Map<string, number>();
        for (const one of actions) {
          if ('plan' in one) {
            queue.plan(one.plan, one.at);
            plans.set(one.plan, one.at);
          } else if ('forget' in one) {
            queue.forget(one.forget);
            plans.delete(one.forget);
          } else {
            const due = [...plans].filter(([, planned]) => planned <= one.takeUntil);
            const taken = queue.takeDue(one.takeUntil);
            expect([...taken].sort()).toEqual(due.map(([name]) => name).sort());
            const moments = taken.map((name) => plans.get(name) ?? 0);
            expect(moments).toEqual([...moments].sort((first, other) => first - other));
            for (const name of taken) plans.delete(name);
          }
          expect(queue.nextAt()).toBe(Math.min(...plans.values(), Number.POSITIVE_INFINITY));
        }
      }),
    );
  });
});
