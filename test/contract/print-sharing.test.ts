import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { PrintSharing } from '../../src/app/print-sharing.ts';
import { startSimulator } from '../../src/demo/simulator.ts';
import { type PluginResponse, startPluginServer } from '../support/network/plugin-server.ts';
import { closedPort } from '../support/network/raw-server.ts';
import { printApp, voron } from '../support/print/print-app.ts';

const token = 'example-token-voron-0123456789';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function sharingAt(origin: URL, timeout = 15_000) {
  const app = printApp(origin, { appApiToken: token }, {}, { timeout });
  const clipboard: string[] = [];
  const parts = { ...app, formatMoment: () => '15:40', copy: async (text: string) => void clipboard.push(text) };
  return { ...app, clipboard, sharing: new PrintSharing(parts) };
}

async function sharing(answer: () => PluginResponse | null, timeout?: number) {
  const server = await startPluginServer(answer);
  closing.push(() => server.close());
  return { ...sharingAt(new URL(server.origin), timeout), server };
}

test('the link of a running print is copied, and shown with its expiry', async () => {
  const simulator = await startSimulator();
  closing.push(() => simulator.close());
  const printer = simulator.printer('Voron', { token });
  printer.print({ print: { id: 'a', file: 'benchy.gcode', seconds: 7_200 } });
  const { sharing: one, clipboard, says } = sharingAt(simulator.origin);
  const result = await one.share(voron);
  expect(result).toEqual({
    ok: true,
    message: {
      title: 'Link copied',
      text: 'Anyone who has it can watch this print. It stops working when the print ends (expected: 15:40).',
      smallPrint: clipboard[0],
    },
  });
  expect(clipboard).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/l\/e$/)]);
  // A print that has ended meanwhile, which OctoEverywhere reports (613) and the app itself knows.
  printer.print({ print: 'cancel' });
  expect((await one.share(voron)).message?.title).toBe('Nothing is printing');
  says('idle');
  const requestsBefore = simulator.pluginLog.length;
  expect((await one.share(voron)).message?.title).toBe('Nothing is printing');
  expect([clipboard.length, simulator.pluginLog.length]).toEqual([1, requestsBefore]);
});

test.each([
  ['an address elsewhere', { ShortUrl: 'https://example.org/l/e' }],
  ['one that is no address', { Url: 'javascript:alert(1)' }],
  ['the token', { Url: `https://octoeverywhere.com/live/${token}` }],
  ['nothing', {}],
])('%s never reaches the clipboard', async (_, body) => {
  const { sharing: one, clipboard, server } = await sharing(() => ({ status: 200, body: JSON.stringify(body) }));
  const result = await one.share(voron);
  expect([result.ok, result.message?.title, clipboard]).toEqual([false, 'No link was copied', []]);
  expect(server.requests).toHaveLength(1);
  expect(JSON.stringify(result)).not.toContain(token);
});

test('a request that may have been sent is not repeated, and a second click meanwhile sends nothing', async () => {
  const { sharing: one, server } = await sharing(() => null, 600);
  const first = one.share(voron);
  while (server.requests.length === 0) await wait(5);
  expect((await one.share(voron)).message?.title).toBe('A link is being created');
  expect((await first).message?.title).toBe('No link was copied');
  expect(server.requests).toHaveLength(1);
  const { sharing: unreachable } = sharingAt(new URL(`http://127.0.0.1:${await closedPort()}`));
  expect((await unreachable.share(voron)).message?.title).toBe('No link was created');
});
