import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app } from 'electron';
import { createChromiumFetch } from '../../../src/desktop/network/network-request.ts';
import { requestSession } from '../../../src/desktop/network/request-session.ts';
import { createDirectTransport } from '../../../src/octoeverywhere/direct-transport.ts';
import { createInfoClient } from '../../../src/octoeverywhere/info-client.ts';
import { createKyTransport } from '../../../src/octoeverywhere/ky-transport.ts';
import { createTransportWithFallback } from '../../../src/octoeverywhere/transport-with-fallback.ts';
import { onLine } from '../message-lines.mjs';
import { askPlugin, type PluginRequest } from './plugin-requests.ts';

/**
 * Runs inside Electron for chromium-fetch.test.ts: reads one request per line on stdin (JSON), sends it with the real
 * client over Chromium's network, and writes the outcome as one line on stdout. A line with `memory` requests that
 * instead.
 */
interface AskerRequest {
  readonly id: number;
  readonly origin: string;
  readonly token: string;
  readonly timeout?: number;
  readonly connect?: number;
  /** Uses the direct route first, as the app does if there seems to be no proxy. */
  readonly directFirst?: boolean;
  /** Chromium's proxy rules for this and later requests. */
  readonly proxy?: string;
  /** The address of a proxy script for this and later requests. */
  readonly pac?: string;
  /** A request to the printer's plugin instead of the Info API. */
  readonly plugin?: PluginRequest;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const report = (uncaught: unknown) => process.stdout.write(`${JSON.stringify({ uncaught: String(uncaught) })}\n`);
process.on('uncaughtException', (error) => report(error.stack));
process.on('unhandledRejection', report);
app.on('child-process-gone', (_, { type, reason, name }) => {
  if (reason !== 'clean-exit') report(`${name ?? type}: ${reason}`);
});
app.disableHardwareAcceleration();
void app.whenReady().then(() => {
  onLine(process.stdin, (line) => {
    const requested = JSON.parse(line);
    void (requested.memory === true ? tellMemory(requested) : answer(requested));
  });
  process.stdin.on('close', () => app.quit());
  process.stdout.write('{"ready":true}\n');
});

async function answer(request: AskerRequest): Promise<void> {
  const { id, origin, token, timeout, connect, proxy, pac, directFirst, plugin } = request;
  if (proxy !== undefined) await requestSession().setProxy({ proxyRules: proxy });
  if (pac !== undefined) await requestSession().setProxy({ mode: 'pac_script', pacScript: pac });
  const system = createKyTransport(
    createChromiumFetch(connect === undefined ? undefined : { connect, probeAfter: connect / 3 }),
  );
  const either = { direct: createDirectTransport(), system, isDirectAllowed: async () => true, elapsed: () => 0 };
  const transport = directFirst === true ? createTransportWithFallback(either) : system;
  if (plugin !== undefined) {
    const answered = await askPlugin(plugin, transport, { origin, token, timeout });
    process.stdout.write(`${JSON.stringify({ id, outcome: answered })}\n`);
    return;
  }
  const client = createInfoClient({
    origin: new URL(origin),
    transport,
    version: '0.0.0-test',
    ...(timeout === undefined ? {} : { timeout }),
  });
  process.stdout.write(`${JSON.stringify({ id, outcome: await client.ask(token) })}\n`);
}

/** Reports the memory of this process and Chromium's own: the network service, which unpacks responses, is separate. */
async function tellMemory({ id }: { readonly id: number }): Promise<void> {
  collectGarbage();
  // Chromium takes a while to free the memory of an aborted request.
  await wait(50);
  collectGarbage();
  const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  process.stdout.write(`${JSON.stringify({ id, outcome: kilobytes * 1024 })}\n`);
}
