import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Activity, activityOf, ResponseLimit } from '../../../src/status-command/response-limit.ts';
import { until } from '../../support/desktop/processes.mjs';

const limit = 8_000;

/** How long an app is waited for, in milliseconds, that does this, looked at every `step`. */
function waited(activityAt: (time: number) => Activity | null, step = 250): number {
  let time = 0;
  const waiting = new ResponseLimit({ elapsed: () => time, activity: () => activityAt(time) });
  while (!waiting.isOver(limit) && time < 10_000_000) time += step;
  return time;
}

describe('An app that doesn’t respond', () => {
  it.each([
    ['stands still', (): Activity => ({ used: 700, wants: false }), 8_250],
    ['is of an unknown process', () => null, 8_250],
    ['computes without end', (time: number): Activity => ({ used: time, wants: true }), 8_250],
    ['gets a hundredth of a processor', (time: number): Activity => ({ used: time / 100, wants: true }), 120_250],
    ['waits for a disk for two minutes', (): Activity => ({ used: 0, wants: true }), 120_250],
    [
      'stands still after half a minute of a slow start',
      (time: number): Activity => ({ used: Math.min(time, 30_000) / 50, wants: false }),
      38_250,
    ],
  ] as const)('that %s hangs after the time it really had', (_what, activityAt, expected) => {
    expect(waited(activityAt)).toBe(expected);
  });

  it('isn’t blamed for the time in which nobody looked', () => {
    // Each look is 20 s after the one before: the computer slept, or this process got no turn.
    expect(waited(() => ({ used: 1, wants: false }), 20_000)).toBe(9 * 20_000);
  });
});

describe.runIf(process.platform === 'linux')('The activity of a process', () => {
  const run = (script: string): ChildProcess => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };

  it('is seen while it computes, and ends when it is stopped', async () => {
    const child = run(`console.log('up'); for (;;);`);
    await once(child.stdout ?? child, 'data');
    const activity = activityOf(() => child.pid ?? null);
    const used = activity()?.used ?? 0;
    await until('processor time', () => (activity()?.used ?? 0) > used, 60_000);
    child.kill('SIGSTOP');
    await until('its stop', () => activity()?.wants === false, 60_000);
    const stopped = activity();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(activity()).toEqual(stopped);
  });

  it('is unknown without a process, and once it has ended', async () => {
    expect(activityOf(() => null)()).toBeNull();
    const child = run('');
    await once(child, 'exit');
    expect(activityOf(() => child.pid ?? null)()).toBeNull();
  });
});
