import { expect, test } from 'vitest';
import { sinceBoot, systemClock } from '../../../../src/desktop/lifecycle/system-clock.ts';

test('the time since the start of the computer advances with running time and ignores the clock', async () => {
  const read = () => ({ boot: systemClock.sinceBoot(), elapsed: systemClock.elapsed() });
  const before = read();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const after = read();
  expect(before.boot).toBeGreaterThan(0);
  // macOS tells it in whole seconds.
  expect(Math.abs(after.boot - before.boot - (after.elapsed - before.elapsed))).toBeLessThanOrEqual(1_100);
});

test('a system that does not tell it has running time', () => {
  const unknown = () => {
    throw new Error('uv_uptime');
  };
  expect(Math.abs(sinceBoot(unknown) - performance.now())).toBeLessThan(1_000);
});
