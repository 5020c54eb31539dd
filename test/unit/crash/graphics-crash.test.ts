import { expect, it } from 'vitest';
import { restartPause } from '../../../src/crash/error-policy.ts';
import { afterGraphicsCrash, graphicsPause } from '../../../src/crash/graphics-crash.ts';

const at = Date.UTC(2026, 6, 1);

it.each([
  // previous crash and previous restart, in ms before this crash: expected action
  [null, null, 'nothing'],
  [0, null, 'restart'],
  [graphicsPause - 1, null, 'restart'],
  [graphicsPause, null, 'nothing'],
  [-graphicsPause, null, 'nothing'],
  [null, restartPause, 'nothing'],
  [0, restartPause, 'restart'],
  [0, restartPause - 1, 'nothing'],
  [0, 0, 'nothing'],
  [0, -restartPause, 'nothing'],
] as const)('a crash %s ms after another one and a restart %s ms ago: %s', (crashed, restarted, action) => {
  const before = (ago: number | null) => (ago === null ? null : at - ago);
  expect(afterGraphicsCrash(before(crashed), at, before(restarted))).toBe(action);
});
