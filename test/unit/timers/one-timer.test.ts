import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DAY } from '../../../src/domain/time.ts';
import { oneTimer } from '../../../src/timers/one-timer.ts';

test('A timer for years from now is not due at once', async () => {
  const timer = oneTimer();
  let times = 0;
  timer.set(730 * DAY, () => {
    times += 1;
  });
  await sleep(50);
  timer.clear();
  expect(times).toBe(0);
});
