import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSerialQueue } from '../../../src/keychain/serial-queue.ts';

/** A task that ends on demand. */
function held<Value>(value: Value) {
  let end = () => {};
  const ended = new Promise<Value>((resolve) => {
    end = () => resolve(value);
  });
  const task = {
    begun: false,
    end,
    run: () => {
      task.begun = true;
      return ended;
    },
  };
  return task;
}

describe('the serial queue', () => {
  it('starts the second task when the first has ended, even if it failed', async () => {
    const queue = createSerialQueue();
    let running = 0;
    let most = 0;
    const task = async (fails: boolean) => {
      running += 1;
      most = Math.max(most, running);
      await wait(5);
      running -= 1;
      if (fails) throw new Error('on purpose');
      return 'done';
    };
    const all = [true, false, true, false].map((fails) => queue.run(() => task(fails), 60_000, 'late'));
    expect(await Promise.all(all)).toEqual(['late', 'done', 'late', 'done']);
    expect(most).toBe(1);
  });

  it('releases callers at the time limit, starts nothing beside the hanging task, and continues after it', async () => {
    const queue = createSerialQueue();
    const hanging = held('at last');
    const waiting = held('never begun');
    const responses = [queue.run(hanging.run, 20, 'late'), queue.run(waiting.run, 20, 'late')];
    expect(await Promise.all(responses)).toEqual(['late', 'late']);
    const next = held('next');
    expect(await queue.run(next.run, 10_000, 'late at once')).toBe('late at once');
    hanging.end();
    await wait(1);
    next.end();
    expect(await queue.run(next.run, 1_000, 'late')).toBe('next');
    expect(waiting.begun).toBe(false);
  });

  it('delivers a late result before the next task', async () => {
    const queue = createSerialQueue();
    const order: string[] = [];
    const hanging = held('written');
    const late = queue.run(hanging.run, 5, 'late', async (result) => {
      await wait(5);
      order.push(`taken back: ${result}`);
    });
    expect(await late).toBe('late');
    hanging.end();
    await wait(15);
    await queue.run(async () => order.push('next'), 1_000, 0);
    expect(order).toEqual(['taken back: written', 'next']);
  });

  it('closes when it is idle, and reports a hanging task', async () => {
    const busy = createSerialQueue();
    const hanging = held('never');
    const dropped = held('never');
    void busy.run(hanging.run, 60_000, 'late');
    const waiting = busy.run(dropped.run, 60_000, 'late');
    await wait(1);
    expect(await busy.close(10)).toBe(false);
    hanging.end();
    expect(await waiting).toBe('late');
    expect(dropped.begun).toBe(false);
    expect(await busy.close(1_000)).toBe(true);
  });
});
