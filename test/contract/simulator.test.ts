import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDemo } from '../../src/demo/demo.ts';
import { type Simulator, startSimulator } from '../../src/demo/simulator.ts';
import { storyPrinters } from '../../src/demo/story.ts';
import { readCompletion } from '../../src/octoeverywhere/completion.ts';
import { createInfoClient } from '../../src/octoeverywhere/info-client.ts';
import { createKyTransport } from '../../src/octoeverywhere/ky-transport.ts';
import { createLinks } from '../../src/octoeverywhere/links.ts';
import { portalUrl, returnAddress } from '../../src/octoeverywhere/portal.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

function answer(token: string) {
  return createInfoClient({ origin: simulator.origin, transport: createKyTransport(fetch), version: '0.0.0-test' }).ask(
    token,
  );
}

async function ask(token: string) {
  return (await answer(token)).outcome;
}

test('a request without a token is a 400, and the log contains no token', async () => {
  const response = await fetch(new URL('/api/appconnection/info', simulator.origin));
  expect(response.status).toBe(400);
  await ask('example-token-unknown');
  expect(simulator.log.map(({ printer, status }) => ({ printer, status }))).toEqual([
    { printer: null, status: 400 },
    { printer: null, status: 603 },
  ]);
  expect(JSON.stringify(simulator.log)).not.toContain('example-token');
});

test('an address that is none is a 400, and the service continues', async () => {
  for (const path of ['//', '///', '//[']) {
    expect((await fetch(`${simulator.origin.origin}${path}`)).status).toBe(400);
  }
  expect((await fetch(simulator.origin)).status).toBe(200);
});

test('6xx answers have a real status line', async () => {
  simulator.printer('Voron', { token: 'example-token-voron' }).answer(604);
  const response = await fetch(new URL('/api/appconnection/info', simulator.origin), {
    headers: { AppToken: 'example-token-voron' },
  });
  expect([response.status, response.statusText]).toEqual([604, 'App Connection Revoked Or Expired']);
});

test('requests to a silent service are answered when it returns', async () => {
  simulator.printer('Voron', { token: 'example-token-voron' });
  simulator.service('timeout');
  const outcome = ask('example-token-voron');
  await expect.poll(() => simulator.log.at(-1)?.status).toBe('held');
  simulator.service('ok');
  expect((await outcome).kind).toBe('answered');
});

test('answers are as unusual as configured', async () => {
  const voron = simulator.printer('Voron', { token: 'example-token-voron' });
  voron.answer('html');
  expect(await ask('example-token-voron')).toMatchObject({ problem: { type: 'malformed', what: 'html' } });
  voron.answer('garbage');
  expect(await ask('example-token-voron')).toMatchObject({ problem: { type: 'malformed', what: 'not-json' } });
  voron.answer(503, 90);
  expect(await answer('example-token-voron')).toMatchObject({
    outcome: { problem: { status: 503 } },
    retryAfterSeconds: 90,
  });
  voron.answer(200);
  voron.rename('Voron 2.4');
  voron.times({ connected: -3_600, disconnected: 'zero' });
  const outcome = await ask('example-token-voron');
  expect(outcome).toMatchObject({ info: { printerName: 'Voron 2.4', lastDisconnectedAt: null } });
  const connectedAt = outcome.kind === 'answered' ? (outcome.info.lastConnectedAt ?? 0) : 0;
  expect(Date.now() - connectedAt).toBeGreaterThanOrEqual(3_600_000);
  simulator.service('html');
  expect(await ask('example-token-voron')).toMatchObject({ problem: { type: 'malformed', what: 'html' } });
  simulator.service(429, 30);
  expect(await answer('example-token-voron')).toMatchObject({
    outcome: { problem: { status: 429 } },
    retryAfterSeconds: 30,
  });
});

test('a silent printer delays only its own requests', async () => {
  simulator.printer('Voron', { token: 'example-token-voron' }).answer('timeout');
  simulator.printer('Ender', { token: 'example-token-ender' });
  const waiting = ask('example-token-voron');
  expect((await ask('example-token-ender')).kind).toBe('answered');
  expect(simulator.log.map(({ status }) => status)).toContain('held');
  simulator.printer('Voron').answer(200);
  expect((await waiting).kind).toBe('answered');
});

test('answers take their configured time, and contain the server’s time', async () => {
  const ahead = await startSimulator(() => Date.now() + 7_200_000);
  ahead.printer('Voron', { token: 'example-token-voron' });
  ahead.latency(300);
  const began = performance.now();
  const response = await fetch(new URL('/api/appconnection/info', ahead.origin), {
    headers: { AppToken: 'example-token-voron' },
  });
  expect(performance.now() - began).toBeGreaterThanOrEqual(295);
  expect(Date.parse(response.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(7_000_000);
  await ahead.close();
});

test('every page the app links to exists, and cannot be scripted through a name', async () => {
  const name = '<script>alert(1)</script> "&';
  simulator.printer(name, { token: 'example-token-hostile' });
  const outcome = await ask('example-token-hostile');
  const printerUrl = outcome.kind === 'answered' ? outcome.info.printerUrl : null;
  const links = createLinks({ origin: simulator.origin, appId: 'devtest' });
  const pages = [
    links.printerPage(printerUrl),
    ...(['perks', 'dashboard', 'support', 'get-started'] as const).map((link) => links.link(link)),
    portalUrl({ origin: simulator.origin, appId: 'devtest' }),
  ];
  for (const page of pages) {
    const response = await fetch(page ?? 'about:nothing');
    expect(response.status, String(page)).toBe(200);
    expect(await response.text()).not.toContain('<script');
  }
  for (const path of ['/nothing', '/view/nobody', '/appportal/v1/nothing']) {
    expect((await fetch(new URL(path, simulator.origin))).status, path).toBe(404);
  }
});

async function send(step: string, fields: Record<string, string>): Promise<Response> {
  return fetch(new URL(`/appportal/v1/${step}`, simulator.origin), {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

test('the portal issues a working connection, and returns the nonce', async () => {
  simulator.printer('My Voron');
  const response = await send('approve', { printer: 'My Voron', returnUrl: returnAddress('example-nonce') });
  expect(response.status).toBe(303);
  const completion = readCompletion(response.headers.get('location') ?? '', simulator.origin);
  expect(completion).toMatchObject({ kind: 'completed', state: 'example-nonce', printerName: 'My Voron' });
  if (completion.kind !== 'completed') return;
  expect(await ask(completion.secret.appApiToken)).toMatchObject({ info: { printerName: 'My Voron', isOnline: true } });
});

test('a revoked connection stays refused, and a new one to the same printer works until it is revoked too', async () => {
  const voron = simulator.printer('Voron', { token: 'example-token-voron' });
  voron.answer(604);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const response = await send('approve', { printer: 'Voron', returnUrl: '' });
  const fresh = new URL(response.headers.get('location') ?? '').searchParams.get('appApiToken') ?? '';
  expect((await ask('example-token-voron')).kind).toBe('refused');
  expect((await ask(fresh)).kind).toBe('answered');
  await new Promise((resolve) => setTimeout(resolve, 5));
  voron.answer(604);
  expect((await ask(fresh)).kind).toBe('refused');
});

test('without a return address the portal ends on its own page, whose address can be pasted', async () => {
  simulator.printer('Voron');
  const response = await send('approve', { printer: 'Voron', returnUrl: '' });
  const location = response.headers.get('location') ?? '';
  expect(new URL(location).pathname).toBe('/appportal/v1/complete');
  expect(readCompletion(location, simulator.origin).kind).toBe('completed');
  expect((await fetch(location)).status).toBe(200);
});

test('the portal refuses when the user does', async () => {
  const response = await send('refuse', { printer: '', returnUrl: returnAddress('example-nonce') });
  const location = response.headers.get('location') ?? '';
  expect(readCompletion(location, simulator.origin)).toEqual({ kind: 'refused', state: 'example-nonce' });
});

test('the portal redirects nowhere else and connects no unknown printer', async () => {
  simulator.printer('Voron');
  for (const returnUrl of ['https://evil.example/', 'javascript:alert(1)', '//evil.example/']) {
    expect((await send('approve', { printer: 'Voron', returnUrl })).status, returnUrl).toBe(400);
  }
  expect((await send('approve', { printer: 'Nobody', returnUrl: '' })).status).toBe(400);
  expect(simulator.tokens().size).toBe(0);
});

test('the demo has its six printers, connected for hours', async () => {
  let now = Date.UTC(2026, 6, 1, 12);
  const demo = await startDemo(() => now);
  now += 10_000;
  const client = createInfoClient({ origin: demo.origin, transport: createKyTransport(fetch), version: '0.0.0-test' });
  expect(demo.printers.map(({ name }) => name)).toEqual([...storyPrinters]);
  for (const { id, name } of demo.printers) {
    const { outcome } = await client.ask(demo.secrets.get(id)?.appApiToken ?? '');
    expect(outcome).toMatchObject({ kind: 'answered', info: { printerName: name, isOnline: true } });
    const since = outcome.kind === 'answered' ? outcome.info.lastConnectedAt : null;
    expect(now - (since ?? now)).toBeGreaterThan(3_600_000);
  }
  expect(demo.network()).toBe('up');
  now += 90_000;
  expect(demo.network()).toBe('down');
  await demo.close();
});
