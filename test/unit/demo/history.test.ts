import { afterEach, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../../src/demo/demo.ts';
import { DAY, HOUR } from '../../../src/domain/time.ts';

const now = Date.UTC(2026, 6, 1, 12);
let demo: Demo | null = null;

afterEach(async () => {
  await demo?.close();
});

/** Returns the answer of the simulated service about a printer, over real HTTP. */
async function reportsOf(running: Demo, token: string) {
  const address = new URL('/api/appconnection/info', running.origin);
  const response = await fetch(address, { headers: { AppToken: token } });
  return JSON.stringify(await response.json());
}

describe('The history of a demo printer', () => {
  it('ends with the disconnection that the simulated service reports, and has no gap', async () => {
    // Not at the very start, when the service of the story hangs.
    let at = now;
    demo = await startDemo(() => at);
    at += 10_000;
    expect(demo.history.size).toBe(6);
    for (const [id, spans] of demo.history) {
      const last = spans.at(-1);
      expect(last?.state).toBe('disconnected');
      const response = await reportsOf(demo, demo.secrets.get(id)?.appApiToken ?? '');
      expect(response).toContain(new Date(last?.from ?? 0).toISOString().slice(0, 19));
      expect(response).toContain(new Date(last?.to ?? 0).toISOString().slice(0, 19));
      expect(now - (spans[0]?.from ?? now)).toBeGreaterThan(29 * DAY);
      for (const [index, span] of spans.entries()) {
        expect(span.from).toBeLessThan(span.to);
        const next = spans[index + 1];
        if (next === undefined) continue;
        expect(next.from).toBe(span.to);
        expect(next.state).not.toBe(span.state);
        if (span.state === 'connected' && index === spans.length - 2)
          expect(span.to - span.from).toBeGreaterThan(HOUR - 1);
      }
    }
  });
});
