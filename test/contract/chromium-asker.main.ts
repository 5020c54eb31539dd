import { createInterface } from 'node:readline';
import { app, session } from 'electron';
import { createChromiumFetch } from '../../src/desktop/network-request.ts';
import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';

/**
 * Runs inside Electron for chromium-fetch.test.ts: reads one question a line on stdin (JSON), asks it with the real client
 * over Chromium's network, and writes the outcome as one line on stdout.
 */
interface Question {
  readonly id: number;
  readonly origin: string;
  readonly token: string;
  readonly timeout?: number;
  readonly connect?: number;
  /** Chromium's proxy rules for this question and those after it. */
  readonly proxy?: string;
}

process.on('uncaughtException', (error) => {
  process.stdout.write(`${JSON.stringify({ uncaught: String(error.stack) })}\n`);
});
app.disableHardwareAcceleration();
void app.whenReady().then(() => {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => void answer(JSON.parse(line)));
  lines.on('close', () => app.quit());
  process.stdout.write('{"ready":true}\n');
});

async function answer({ id, origin, token, timeout, connect, proxy }: Question): Promise<void> {
  if (proxy !== undefined) await session.defaultSession.setProxy({ proxyRules: proxy });
  const client = createInfoClient({
    origin: new URL(origin),
    fetch: createChromiumFetch(connect === undefined ? undefined : { connect, doubt: connect / 3 }),
    version: '0.0.0-test',
    ...(timeout === undefined ? {} : { timeout }),
  });
  process.stdout.write(`${JSON.stringify({ id, outcome: await client.ask(token) })}\n`);
}
