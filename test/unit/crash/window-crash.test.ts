import { describe, expect, it } from 'vitest';
import { restartPause } from '../../../src/crash/error-policy.ts';
import { afterWindowCrash, type ProcessEnd, reloadPause } from '../../../src/crash/window-crash.ts';

const at = Date.UTC(2026, 6, 1);
const crashes: readonly ProcessEnd[] = [
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'integrity-failure',
  'memory-eviction',
];

describe('A window whose process ends', () => {
  it('that ended normally is ignored', () => {
    for (const reloadedAt of [null, at, at - reloadPause]) {
      expect(afterWindowCrash('clean-exit', reloadedAt, null, at)).toBe('nothing');
    }
  });

  it.each(crashes)('by %s is reloaded, but not endlessly', (end) => {
    expect(afterWindowCrash(end, null, null, at)).toBe('reload');
    expect(afterWindowCrash(end, at, null, at)).toBe('close-and-notify');
    expect(afterWindowCrash(end, at - reloadPause + 1, null, at)).toBe('close-and-notify');
    expect(afterWindowCrash(end, at - reloadPause, null, at)).toBe('reload');
  });

  it('is reloaded after the clock was set back far', () => {
    expect(afterWindowCrash('crashed', at + reloadPause, null, at)).toBe('reload');
    expect(afterWindowCrash('crashed', at + 1, null, at)).toBe('close-and-notify');
  });

  it('that cannot start again restarts the app, once', () => {
    for (const reloadedAt of [null, at]) {
      expect(afterWindowCrash('launch-failed', reloadedAt, null, at)).toBe('restart');
      expect(afterWindowCrash('launch-failed', reloadedAt, at - restartPause, at)).toBe('restart');
    }
    expect(afterWindowCrash('launch-failed', null, at - restartPause + 1, at)).toBe('reload');
    expect(afterWindowCrash('launch-failed', at, at - restartPause + 1, at)).toBe('close-and-notify');
    expect(afterWindowCrash('crashed', null, null, at)).toBe('reload');
  });
});
