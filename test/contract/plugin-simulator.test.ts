import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../src/demo/simulator.ts';
import { createDirectTransport } from '../../src/octoeverywhere/direct-transport.ts';
import { pluginAccess } from '../../src/octoeverywhere/plugin-access.ts';
import { createPluginClient } from '../../src/octoeverywhere/plugin-client.ts';

const token = 'example-token-voron';
let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** A simulated printer whose clock is set by the test, and the real client that polls its plugin. */
async function simulated() {
  const clock = { seconds: 0 };
  const epoch = Date.UTC(2026, 6, 1, 12);
  const simulator = await startSimulator(() => epoch + clock.seconds * 1_000);
  close = () => simulator.close();
  const voron = simulator.printer('Voron', { token });
  const { origin } = simulator;
  const client = createPluginClient({ origin, transport: createDirectTransport(), version: '0.0.0-test' });
  const access = (changes: object = {}) => {
    const found = pluginAccess({ ...simulator.secret(token), ...changes }, origin);
    if (found === null) throw new Error('The simulator gave no credentials.');
    return found;
  };
  return { clock, epoch, simulator, voron, client, access };
}

test('a print from warm-up to end, with a bearer token and with user name and password', async () => {
  const { clock, epoch, voron, client, access } = await simulated();
  const ways = [access(), access({ authBearerToken: undefined })];
  const reportsOf = async () => {
    const responses = await Promise.all(ways.map((way) => client.status(way)));
    expect(responses[0]?.outcome).toEqual(responses[1]?.outcome);
    return responses[0]?.outcome;
  };
  expect(await reportsOf()).toMatchObject({
    kind: 'answered',
    value: { state: 'idle', progress: null, printId: null },
  });
  clock.seconds = 100;
  voron.print({ print: { id: 'a', file: 'benchy.gcode', seconds: 6_060 } });
  expect(await reportsOf()).toMatchObject({ value: { state: 'warming-up', progress: 0, fileName: 'benchy.gcode' } });
  clock.seconds = 100 + 60 + 3_000;
  expect(await reportsOf()).toMatchObject({
    value: {
      state: 'printing',
      progress: 50,
      timeLeft: 3_000_000,
      layer: 120,
      totalLayers: 240,
      printId: 'a',
      startedAt: epoch + 100_000,
    },
  });
  voron.print({ gadget: 'warn' });
  clock.seconds += 30;
  expect(await reportsOf()).toMatchObject({ value: { gadget: { warnedAgo: 30_000 } } });
  clock.seconds += 10_000;
  expect(await reportsOf()).toMatchObject({ value: { state: 'complete', progress: 100 } });
  voron.print({ print: 'none' });
  expect(await reportsOf()).toMatchObject({ value: { state: 'idle', progress: 100, layer: 240 } });
});

test('problems of the connection, the credentials, the printer and its plugin', async () => {
  const { simulator, voron, client, access } = await simulated();
  const kindOf = async (way = access()) => {
    const { outcome } = await client.status(way);
    return outcome.kind === 'failed' ? outcome.failure.kind : outcome.kind;
  };
  expect(await kindOf(access({ authBearerToken: 'example-bearer-of-another' }))).toBe('credentials-refused');
  expect(await kindOf(access({ url: `${simulator.origin.origin}/app-unknown` }))).toBe('connection-refused');
  voron.print({ host: 785 });
  expect(await kindOf()).toBe('printer-not-answering');
  voron.print({ host: 789 });
  expect(await kindOf()).toBe('no-printer-login');
  voron.print({ host: 'ok' });
  voron.set({ link: 'down' });
  expect(await kindOf()).toBe('not-connected');
  voron.answer(605);
  expect(await kindOf()).toBe('perks-needed');
  voron.answer(200);
  voron.set({ link: 'up' });
  expect(await kindOf()).toBe('answered');
  simulator.service(503);
  expect(await kindOf()).toBe('no-answer');
  simulator.service('ok');
  simulator.network('down');
  expect(await kindOf()).toBe('no-answer');
  expect(JSON.stringify(simulator.pluginLog)).not.toMatch(/example-(token|bearer|password)/);
});

test('actions, webcam, Gadget and Live Link', async () => {
  const { clock, simulator, voron, client, access } = await simulated();
  const wrongState = { kind: 'failed', failure: { kind: 'wrong-state', status: 786 } };
  expect((await client.control(access(), 'pause')).outcome).toMatchObject(wrongState);
  expect((await client.liveLink(token)).outcome).toMatchObject({ failure: { kind: 'no-print' } });
  voron.print({ print: { id: 'a', file: 'benchy.gcode', seconds: 600 } });
  clock.seconds = 300;
  expect((await client.liveLink(token)).outcome.kind).toBe('answered');
  expect((await client.gadget(token)).outcome).toMatchObject({ value: { activity: 'watching', rating: 9 } });
  expect((await client.gadget(token)).outcome).toMatchObject({ failure: { problem: { status: 429 } } });
  expect((await client.control(access(), 'pause')).outcome).toEqual({ kind: 'answered', value: 'done' });
  expect((await client.status(access())).outcome).toMatchObject({ value: { state: 'paused' } });
  expect((await client.control(access(), 'resume')).outcome.kind).toBe('answered');
  expect((await client.webcams(access())).outcome).toMatchObject({
    value: { first: 0, webcams: [{ name: 'Camera' }] },
  });
  expect((await client.snapshot(access(), 0)).outcome).toMatchObject({ value: { width: 320, height: 240 } });
  expect((await client.control(access(), 'cancel')).outcome.kind).toBe('answered');
  expect((await client.status(access())).outcome).toMatchObject({ value: { state: 'cancelled' } });
  expect(simulator.log).toEqual([]);
});
