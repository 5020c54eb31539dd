import { Connections } from '../support/app/connections.ts';
import { expect, test } from '../support/e2e/service.ts';
import { startRawServer } from '../support/network/raw-server.ts';
import { recordAttack } from '../support/reliability-record.ts';

test('Nothing but OctoEverywhere is contacted, including window and settings', async ({ fast, launch }) => {
  // All of Chromium's requests to other computers go through this proxy.
  const proxy = await startRawServer((socket) => socket.end());
  const app = await launch({ args: ['--show', `--proxy-server=${proxy.origin}`], env: fast });
  const connections = new Connections(app.process.pid ?? 0);
  const window = await app.window();
  await expect(window.getByRole('heading').first()).toBeVisible();
  await window.keyboard.press('Control+Comma');
  // Previously a dictionary was requested within a second.
  await window.waitForTimeout(5_000);
  expect(proxy.requests).toEqual([]);
  expect(await connections.stop()).toEqual([]);

  // Proves that both would have noticed it.
  const reach = await app.electron.evaluate(({ session }) =>
    session
      .fromPartition('another')
      .fetch('http://octoglance-test.invalid/')
      .then(
        () => 'answered',
        () => 'failed',
      ),
  );
  expect(reach).toBe('failed');
  expect(proxy.requests.join()).toContain('octoglance-test.invalid');
  const again = new Connections(app.process.pid ?? 0);
  await app.electron.evaluate(async () => {
    const socket = process.getBuiltinModule('node:dgram').createSocket('udp4');
    // An address reserved for documentation; nothing is sent to it.
    await new Promise<void>((resolve) => socket.connect(9, '192.0.2.1', resolve));
    await new Promise((resolve) => setTimeout(resolve, 500));
    socket.close();
  });
  expect(await again.stop()).toEqual(['010200C0:0009']);
  await proxy.close();
  recordAttack('quiet-network', {
    promise:
      'Apart from the daily update check, no process of the app connects to anything but OctoEverywhere, not even to a name server',
    test: 'test/e2e/quiet-network.spec.ts',
    cases: 1,
    lost: 0,
  });
});
