import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Waiting } from '../../../src/monitor/lanes.ts';
import { WaitingPrinters } from '../../../src/monitor/waiting-printers.ts';

const small = fc.integer({ min: 0, max: 3 });

/** Few values, so that many of them are equal. */
const waiting: fc.Arbitrary<Waiting> = fc
  .record({
    id: fc.integer({ min: 0, max: 15 }).map(String),
    since: small.map((seconds) => seconds * 1_000),
    habit: fc.record({
      toProve: fc.constantFrom(0, 0, 3),
      took: fc.constantFrom(0, 0, 20),
      answeredAt: fc.option(small),
    }),
    byHand: fc.constantFrom(false, false, false, true),
    unpaced: fc.boolean(),
  })
  .map((one) => ({ ...one, unpaced: one.unpaced || one.byHand }));

/** Printers that become due, are planned again while they wait, and are no longer due. */
const changes = fc.array(fc.oneof(waiting, waiting, fc.record({ gone: waiting.map(({ id }) => id) })), {
  maxLength: 60,
});

/** The printers after these changes, and the same in a plain map, which keeps the place of what is replaced. */
function after(all: readonly (Waiting | { readonly gone: string })[]) {
  const printers = new WaitingPrinters();
  const map = new Map<string, Waiting>();
  for (const one of all) {
    if ('gone' in one) {
      printers.delete(one.gone);
      map.delete(one.gone);
    } else {
      printers.set(one);
      map.set(one.id, one);
    }
  }
  return { printers, all: [...map.values()] };
}

const ids = (all: readonly Waiting[]) => all.map(({ id }) => id);

it('finds the first of each kind in the order in which all of them would be sorted', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 1, max: 5 }), (made, most) => {
      const { printers, all } = after(made);
      const place = ({ since, habit }: Waiting) => since + (habit.toProve > 0 ? 0 : 60 * habit.took);
      const sorted = all.toSorted(
        (one, other) => Number(other.byHand) - Number(one.byHand) || place(one) - place(other),
      );
      const firstOf = (isSlow: boolean) => {
        const kind = sorted.filter(({ habit }) => habit.toProve > 0 === isSlow);
        const first = [true, false].flatMap((unpaced) => kind.filter((one) => one.unpaced === unpaced).slice(0, most));
        return kind.filter((one) => first.includes(one));
      };
      const found = printers.contenders(most);
      expect(printers.size()).toBe(all.length);
      expect(ids(found.prompt)).toEqual(ids(firstOf(false)));
      expect(ids(found.slow)).toEqual(ids(firstOf(true)));
    }),
  );
});

it('finds the printer that the user wants checked, else the first of those with the latest response', () => {
  fc.assert(
    fc.property(changes, (made) => {
      const { prompt, freshest } = after(made).printers.contenders(Number.POSITIVE_INFINITY);
      const latest = Math.max(...prompt.map(({ habit }) => habit.answeredAt ?? 0));
      const expected =
        prompt.find(({ byHand }) => byHand) ?? prompt.find(({ habit }) => (habit.answeredAt ?? 0) === latest);
      expect(freshest?.id).toBe(expected?.id);
    }),
  );
});

it('compares a printer with few of the others that wait', () => {
  let compared = 0;
  const printers = new WaitingPrinters();
  const become = (index: number): Waiting => ({
    id: `${index}`,
    since: index,
    habit: { toProve: 0, took: 0, answeredAt: null },
    // Each comparison reads it of both.
    get byHand() {
      compared += 1;
      return false;
    },
    unpaced: true,
  });
  for (let index = 0; index < 10_000; index += 1) printers.set(become(index));
  compared = 0;
  printers.set(become(5_000));
  expect(printers.contenders(12).prompt).toHaveLength(12);
  printers.delete('0');
  expect(compared).toBeLessThan(500);
});
