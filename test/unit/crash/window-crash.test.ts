import { describe, expect, it } from 'vitest';
import { afterWindowCrash, type ProcessEnd, reloadPause } from '../../../src/crash/window-crash.ts';

const at = Date.UTC(2026, 6, 1);
const crashes: readonly ProcessEnd[] = [
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
];

describe('A window whose process ends', () => {
  it('in an orderly way is left alone', () => {
    for (const reloadedAt of [null, at, at - reloadPause]) {
      expect(afterWindowCrash('clean-exit', reloadedAt, at)).toBe('nothing');
    }
  });

  it.each(crashes)('by %s is loaded anew, but not again and again', (end) => {
    expect(afterWindowCrash(end, null, at)).toBe('reload');
    expect(afterWindowCrash(end, at, at)).toBe('close-and-tell');
    expect(afterWindowCrash(end, at - reloadPause + 1, at)).toBe('close-and-tell');
    expect(afterWindowCrash(end, at - reloadPause, at)).toBe('reload');
  });

  it('is loaded anew after the clock was set back far', () => {
    expect(afterWindowCrash('crashed', at + reloadPause, at)).toBe('reload');
    expect(afterWindowCrash('crashed', at + 1, at)).toBe('close-and-tell');
  });
});
