import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterError,
  type ErrorMemory,
  manyErrors,
  manyErrorsTime,
  noErrors,
  restartPause,
} from '../../../src/crash/error-policy.ts';

const at = Date.UTC(2026, 6, 1);

/** Returns a memory of `count` errors, the newest of them just now. */
function memoryOf(count: number, more: Partial<ErrorMemory> = {}): ErrorMemory {
  return { recent: Array.from({ length: count }, () => at), notified: true, restarting: false, ...more };
}

describe('The policy for uncaught errors', () => {
  const quiet = manyErrors - 2;
  const storm = manyErrors - 1;
  it.each([
    // errors before, notified, restarting, time since the restart in ms: expected action
    [0, false, false, null, 'log-and-notify'],
    [0, true, false, null, 'log'],
    [quiet, false, false, null, 'log-and-notify'],
    [quiet, true, false, null, 'log'],
    [quiet, true, false, 0, 'log'],
    [storm, true, false, null, 'log-and-restart'],
    [storm, false, false, null, 'log-and-restart'],
    [storm, true, false, restartPause, 'log-and-restart'],
    [storm, true, false, restartPause - 1, 'drop'],
    [storm, false, false, 0, 'drop'],
    // The clock was set back.
    [storm, true, false, -restartPause, 'drop'],
    [0, false, true, null, 'drop'],
    [quiet, true, true, null, 'drop'],
    [storm, true, true, null, 'drop'],
    [storm, true, true, restartPause, 'drop'],
  ] as const)(
    'after %i errors, notified %s, restarting %s, restarted %s ms ago: %s',
    (count, notified, restarting, ago, action) => {
      const restartedAt = ago === null ? null : at - ago;
      expect(afterError(memoryOf(count, { notified, restarting }), at, restartedAt).action).toBe(action);
    },
  );

  it('counts only errors within the storm window', () => {
    const memory = memoryOf(manyErrors - 1);
    expect(afterError(memory, at + manyErrorsTime - 1, null).action).toBe('log-and-restart');
    expect(afterError(memory, at + manyErrorsTime, null)).toEqual({
      action: 'log',
      memory: { recent: [at + manyErrorsTime], notified: true, restarting: false },
    });
    expect(afterError(memory, at - 1, null).action, 'the clock was set back').toBe('log');
  });

  it('reports once, restarts at most once and uses little memory, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 300 }), fc.boolean(), (gaps, notified) => {
        let memory = noErrors(notified);
        let now = at;
        const errors = gaps.map((gap) => {
          now += gap;
          const after = afterError(memory, now, null);
          memory = after.memory;
          expect(memory.recent.length).toBeLessThanOrEqual(manyErrors);
          return after.action;
        });
        const count = (action: string) => errors.filter((one) => one === action).length;
        expect(count('log-and-notify')).toBe(notified || gaps.length === 0 ? 0 : 1);
        expect(count('log-and-restart')).toBeLessThanOrEqual(1);
        const restarts = errors.indexOf('log-and-restart');
        if (restarts !== -1) expect(errors.slice(restarts + 1).every((action) => action === 'drop')).toBe(true);
      }),
    );
  });

  it('logs fewer than twenty errors a minute if a restart did not help', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 50, maxLength: 300 }), (gaps) => {
        let memory = noErrors(true);
        let now = at;
        const written: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const after = afterError(memory, now, at);
          memory = after.memory;
          expect(after.action).toMatch(/^(log|drop)$/);
          if (after.action === 'log') written.push(now);
        }
        for (const start of written) {
          expect(written.filter((one) => one >= start && one - start < manyErrorsTime).length).toBeLessThan(manyErrors);
        }
      }),
    );
  });
});
