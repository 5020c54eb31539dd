import { addAll, expect, test } from '../support/e2e/service.ts';

test('A restart repeats no notification, and reports once what changed meanwhile', async ({
  simulator,
  fast,
  launch,
  spawn,
  findTray,
  notifications,
}) => {
  // Not faster: two disconnections of some seconds would be a third of an hour, which is an unstable connection.
  const env = { ...fast, OCTOGLANCE_POLL_SECONDS: '3' };
  const first = await launch({ args: ['--show'], env });
  const [voron] = await addAll(first, simulator, ['Voron']);
  await first.quit();
  // Two minutes without a token are six seconds here, which a busy computer may need to read it after a start.
  const isOfTokens = (summary: string) => summary === 'OctoGlance can’t read its tokens';
  const notified = () => notifications.all.map((one) => one.summary).filter((one) => !isOfTokens(one));
  const { profile } = first;

  /** Starts the app again, waits until it has had time to notify, and ends it. */
  async function runAgain(colour: 'green' | 'amber'): Promise<void> {
    const app = await spawn({ args: ['--hidden'], env, profile });
    await (await findTray()).waitForColour(colour);
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await app.quit();
  }

  const second = await spawn({ args: ['--hidden'], env, profile });
  await (await findTray()).waitForColour('green');
  voron?.set({ link: 'down' });
  await notifications.waitFor('of the loss', (one) => one.summary === 'Voron disconnected');
  await second.quit();
  await runAgain('amber');
  expect(notified()).toEqual(['Voron disconnected']);

  voron?.set({ link: 'up' });
  await runAgain('green');
  expect(notified()).toEqual(['Voron disconnected', 'Voron is connected again']);
  await runAgain('green');
  expect(notified()).toEqual(['Voron disconnected', 'Voron is connected again']);

  voron?.set({ link: 'down' });
  await runAgain('amber');
  await runAgain('amber');
  expect(notified()).toEqual(['Voron disconnected', 'Voron is connected again', 'Voron disconnected']);
});
