import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { notifierOn, startServer } from '../support/desktop/notification-session.ts';
import { recordAttack } from '../support/reliability-record.ts';

/** How long the slow server takes to reply, in milliseconds. */
const delay = Number(process.env['OCTOGLANCE_NOTIFICATION_DELAY'] ?? 1_500);
const wanted = 500;
const content = (title: string) => ({ title, body: 'Since 12:00.', state: 'offline' as const });

/**
 * Measures the longest delay of the event loop for a 5 ms timer, and the most processor time this process used in such
 * an interval, in milliseconds. On a busy computer the delay also includes other programs: how much, a thread with the
 * same timer and nothing to do measures, `others`.
 */
async function watchLoop() {
  const idle = new Worker(
    `const { parentPort } = require('node:worker_threads');
    let last = performance.now();
    let others = 0;
    setInterval(() => {
      others = Math.max(others, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    parentPort.on('message', () => parentPort.postMessage(others));
    parentPort.postMessage('ready');`,
    { eval: true },
  );
  onTestFinished(async () => void (await idle.terminate()));
  await once(idle, 'message');
  const worst = { pause: 0, work: 0 };
  let last = performance.now();
  let lastWork = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(lastWork);
    worst.pause = Math.max(worst.pause, performance.now() - last - 5);
    worst.work = Math.max(worst.work, (user + system) / 1_000);
    last = performance.now();
    lastWork = process.cpuUsage();
  }, 5);
  return async () => {
    clearInterval(timer);
    idle.postMessage('end');
    const [others] = (await once(idle, 'message')) as [number];
    return { ...worst, others };
  };
}

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('five hundred notifications', () => {
  it('to a server that is slow, dies and returns cause no pause, and none that is still true is lost', {
    timeout: 20 * delay + 120_000,
  }, async () => {
    const session = new DesktopSession();
    await session.startBus();
    const slow = await startServer(session, [`--delay=${delay}`]);
    const { notifier } = notifierOn(session, { answer: 1.5 * delay, show: 5_000 });
    const memory = process.memoryUsage().rss;
    const worst = await watchLoop();
    const over = new Set<string>();
    for (let number = 0; number < wanted; number += 1) {
      void notifier.show(`event-${number}`, content(`Printer ${number}`), { sound: false }, () => {});
      // Every fifth one no longer applies before it could be shown.
      if (number % 5 === 0) {
        over.add(`Printer ${number}`);
        notifier.close(`event-${number}`);
      }
      await wait(delay / 100);
    }
    const shownBefore = slow.shown.length;
    await slow.die();
    await wait(500);
    const next = await startServer(session);
    const holding = Array.from({ length: wanted }, (_, number) => `Printer ${number}`).filter((one) => !over.has(one));
    const shown = () => new Set([...slow.summaries, ...next.summaries]);
    await vi.waitFor(() => expect(holding.filter((one) => !shown().has(one))).toEqual([]), {
      timeout: 60_000,
      interval: 100,
    });
    const { pause, work, others } = await worst();
    const grown = (process.memoryUsage().rss - memory) / 1024 / 1024;
    process.stdout.write(
      `${wanted} notifications, answers after ${delay / 1000} s: longest pause ${pause.toFixed(0)} ms (of an idle thread ${others.toFixed(0)} ms), in ${work.toFixed(0)} ms of work, memory ${grown.toFixed(0)} MB more.\n`,
    );
    expect(shownBefore).toBeGreaterThan(0);
    expect(next.summaries.filter((one) => over.has(one))).toEqual([]);
    expect(new Set(next.summaries).size).toBe(next.summaries.length);
    expect(work).toBeLessThan(100);
    // No pause may be as long as the server's delay, beyond what other programs cause.
    expect(pause - 2 * others).toBeLessThan(delay / 2);
    recordAttack('notification-storm', {
      promise:
        '500 notifications to a server that is slow, dies and comes back: no pause, and nothing that still applies is lost',
      measured: `replies after ${delay / 1000} s, longest pause of the event loop ${pause.toFixed(0)} ms (of an idle thread beside it ${others.toFixed(0)} ms), most work in one turn ${work.toFixed(0)} ms`,
      test: 'test/contract/notification-storm.test.ts',
      cases: wanted,
      lost: 0,
    });
  });
});
