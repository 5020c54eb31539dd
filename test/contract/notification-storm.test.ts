import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { notifierOn, startServer } from '../support/desktop/notification-session.ts';
import { recordAttack } from '../support/reliability-record.ts';

/** How long the slow server takes to reply, in milliseconds. */
const delay = Number(process.env['OCTOGLANCE_NOTIFICATION_DELAY'] ?? 1_500);
const wanted = 500;
const content = (title: string) => ({ title, body: 'Since 12:00.', state: 'offline' as const });

/**
 * What the kernel recorded of this thread, in milliseconds: the time it ran, and the time it was ready to run while
 * other programs or threads had the processor (proc(5), schedstat).
 */
function threadTimes() {
  const [ran = 0, queued = 0] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ').map(Number);
  return { ran: ran / 1e6, queued: queued / 1e6 };
}

/**
 * Measures the longest time for which a 5 ms timer of the event loop came late through this thread's own doing, and the
 * longest it worked in between, in milliseconds. Neither includes other programs, which may have the processor for
 * long, nor V8's other threads.
 */
function watchLoop() {
  const worst = { pause: 0, work: 0 };
  let last = { at: performance.now(), ...threadTimes() };
  const timer = setInterval(() => {
    const now = { at: performance.now(), ...threadTimes() };
    worst.pause = Math.max(worst.pause, now.at - last.at - 5 - (now.queued - last.queued));
    worst.work = Math.max(worst.work, now.ran - last.ran);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return worst;
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
    const worst = watchLoop();
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
    const { pause, work } = worst();
    const grown = (process.memoryUsage().rss - memory) / 1024 / 1024;
    process.stdout.write(
      `${wanted} notifications, answers after ${delay / 1000} s: longest pause ${pause.toFixed(0)} ms, most work in one turn ${work.toFixed(0)} ms, memory ${grown.toFixed(0)} MB more.\n`,
    );
    expect(shownBefore).toBeGreaterThan(0);
    expect(next.summaries.filter((one) => over.has(one))).toEqual([]);
    expect(new Set(next.summaries).size).toBe(next.summaries.length);
    expect(work).toBeLessThan(100);
    // No pause may be as long as the server's delay.
    expect(pause).toBeLessThan(delay / 2);
    recordAttack('notification-storm', {
      promise:
        '500 notifications to a server that is slow, dies and comes back: no pause, and nothing that still applies is lost',
      measured: `replies after ${delay / 1000} s, longest pause of the event loop ${pause.toFixed(0)} ms, most work in one turn ${work.toFixed(0)} ms`,
      test: 'test/contract/notification-storm.test.ts',
      cases: wanted,
      lost: 0,
    });
  });
});
