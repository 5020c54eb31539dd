import type { DrivenApp } from './app.ts';

/**
 * Starts measuring how late timers fire in the main process; the returned function resolves to the longest delay, ms.
 */
export async function watchLoop(app: DrivenApp): Promise<() => Promise<number>> {
  await app.electron.evaluate(() => {
    const seen = { worst: 0, last: performance.now() };
    Object.assign(globalThis, { loopSeen: seen });
    setInterval(() => {
      const now = performance.now();
      seen.worst = Math.max(seen.worst, now - seen.last - 10);
      seen.last = now;
    }, 10);
  });
  return () => app.electron.evaluate(() => (globalThis as unknown as { loopSeen: { worst: number } }).loopSeen.worst);
}
