import { expect, it } from 'vitest';
import { withTimeout } from '../../../src/timers/with-timeout.ts';

it('returns a timely result or failure', async () => {
  expect(await withTimeout(1_000, Promise.resolve('in time'))).toBe('in time');
  await expect(withTimeout(1_000, Promise.reject(new Error('Its own')))).rejects.toThrow('Its own');
});

it('stops waiting at the limit', async () => {
  await expect(withTimeout(20, new Promise(() => {}))).rejects.toThrow('It took longer than 0.02 s');
});
