import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctTags, longestTag, mostTags, readTag, readTags, sameTag, withTag } from '../../../src/domain/tags.ts';

describe('tags', () => {
  it.each([
    ['  workshop ', 'workshop'],
    ['resin, big', 'resin big'],
    ['Halle\n3', 'Halle 3'],
    ['a\u202eb', 'ab'],
    ['x'.repeat(80), 'x'.repeat(longestTag)],
  ])('reads %j as %j', (input, tag) => expect(readTag(input)).toBe(tag));

  it.each(['', '  ', ',', '\u200b', '\u2800'])('finds no tag in %j', (input) => expect(readTag(input)).toBeNull());

  it('keeps the first spelling, each once, sorted', () => {
    expect(distinctTags(['resin', 'Workshop', 'RESIN'])).toEqual(['resin', 'Workshop']);
    expect(withTag(['resin'], 'Resin', true)).toEqual(['resin']);
    expect(withTag(['resin'], 'Resin', false)).toEqual([]);
  });

  it('never exceeds its limits and has no duplicates, whatever is added and removed', () => {
    const tag = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, fc.boolean()), { maxLength: 40 }), (steps) => {
        let tags: readonly string[] = [];
        for (const [input, on] of steps) {
          const read = readTag(input);
          if (read === null) continue;
          tags = withTag(tags, read, on);
          if (!on) expect(tags.some((one) => sameTag(one, read))).toBe(false);
        }
        expect(tags.length).toBeLessThanOrEqual(mostTags);
        expect(distinctTags(tags)).toEqual(tags);
        expect(readTags(tags)).toEqual(tags);
      }),
    );
  });

  it.each([null, 'resin', { 0: 'resin' }, [3, null, ['x']]])('reads %j in a file as none', (stored) => {
    expect(readTags(stored)).toEqual([]);
  });
});
