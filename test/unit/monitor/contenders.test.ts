import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contendersAmong } from '../../../src/monitor/contenders.ts';
import type { Waiting } from '../../../src/monitor/lanes.ts';

const small = fc.integer({ min: 0, max: 3 });

/** Few values, so that many of them are equal. */
const waiting: fc.Arbitrary<readonly Waiting[]> = fc
  .array(
    fc.record({
      since: small.map((seconds) => seconds * 1_000),
      habit: fc.record({
        toProve: fc.constantFrom(0, 0, 3),
        took: fc.constantFrom(0, 0, 20),
        answeredAt: fc.option(small),
      }),
      byHand: fc.constantFrom(false, false, false, true),
      unpaced: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: `${index}`, unpaced: one.unpaced || one.byHand })));

const ids = (all: readonly Waiting[]) => all.map(({ id }) => id);

it('finds the first of each kind in the order in which all of them would be sorted', () => {
  fc.assert(
    fc.property(waiting, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const place = ({ since, habit }: Waiting) => since + (habit.toProve > 0 ? 0 : 60 * habit.took);
      const sorted = all.toSorted(
        (one, other) => Number(other.byHand) - Number(one.byHand) || place(one) - place(other),
      );
      const firstOf = (isSlow: boolean) => {
        const kind = sorted.filter(({ habit }) => habit.toProve > 0 === isSlow);
        const first = [true, false].flatMap((unpaced) => kind.filter((one) => one.unpaced === unpaced).slice(0, most));
        return kind.filter((one) => first.includes(one));
      };
      const found = contendersAmong(all, most);
      expect(ids(found.prompt)).toEqual(ids(firstOf(false)));
      expect(ids(found.slow)).toEqual(ids(firstOf(true)));
    }),
  );
});

it('finds the printer that the user wants checked, else the first of those with the latest response', () => {
  fc.assert(
    fc.property(waiting, (all) => {
      const { prompt, freshest } = contendersAmong(all, Number.POSITIVE_INFINITY);
      const latest = Math.max(...prompt.map(({ habit }) => habit.answeredAt ?? 0));
      const expected =
        prompt.find(({ byHand }) => byHand) ?? prompt.find(({ habit }) => (habit.answeredAt ?? 0) === latest);
      expect(freshest?.id).toBe(expected?.id);
    }),
  );
});

it('looks at each waiting printer once', () => {
  let seen = 0;
  function* many(): Generator<Waiting> {
    for (let index = 0; index < 10_000; index += 1) {
      seen += 1;
      yield {
        id: `${index}`,
        since: index % 7,
        habit: { toProve: 0, took: 0, answeredAt: null },
        byHand: false,
        unpaced: true,
      };
    }
  }
  expect(contendersAmong(many(), 12).prompt).toHaveLength(12);
  expect(seen).toBe(10_000);
});
