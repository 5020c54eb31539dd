import { expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { LastBody } from '../../../src/octoeverywhere/last-body.ts';

function reader() {
  const bodies: string[] = [];
  const last = new LastBody();
  const read = (body: string) =>
    last.outcomeOf(body, (): PollOutcome => {
      bodies.push(body);
      return { kind: 'refused', status: body.length === 1 ? 603 : 604 };
    });
  return { bodies, read };
}

it('a body that repeats the previous one is not read again', () => {
  const { bodies, read } = reader();
  const outcome = read('a');
  expect(read('a')).toBe(outcome);
  expect(read('ab')).toEqual({ kind: 'refused', status: 604 });
  expect(read('a')).toEqual(outcome);
  expect(bodies).toEqual(['a', 'ab', 'a']);
});

it('an empty body is read once', () => {
  const { bodies, read } = reader();
  read('');
  read('');
  expect(bodies).toEqual(['']);
});

it('a body of unusual length is not kept', () => {
  const { bodies, read } = reader();
  const long = 'x'.repeat(5_000);
  read('a');
  read(long);
  read(long);
  read('a');
  expect(bodies).toEqual(['a', long, long, 'a']);
});
