import { startRawServer } from '../contract/raw-server.ts';
import { expect, test } from './service.ts';

test('Nothing is connected to before OctoEverywhere is asked, window and settings included', async ({
  fast,
  launch,
}) => {
  // Whatever Chromium wants from anywhere but this computer has to come by here.
  const proxy = await startRawServer((socket) => socket.end());
  const app = await launch({ args: ['--show', `--proxy-server=${proxy.origin}`], env: fast });
  const window = await app.window();
  await expect(window.getByRole('heading').first()).toBeVisible();
  await window.keyboard.press('Control+Comma');
  // A dictionary was fetched within a second when it was still fetched.
  await window.waitForTimeout(5_000);
  expect(proxy.requests).toEqual([]);
  const reach = await app.electron.evaluate(({ net }) =>
    net.fetch('http://octoglance-test.invalid/').then(
      () => 'answered',
      () => 'failed',
    ),
  );
  expect([reach, proxy.requests.length]).toEqual(['failed', 1]);
  await proxy.close();
});
