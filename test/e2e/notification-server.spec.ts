import { type ChildProcess, spawn as spawnProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { watchLoop } from '../support/app/event-loop.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { until } from '../support/desktop/processes.mjs';
import { nameHasOwner } from '../support/desktop/session-bus.mjs';
import { addAll, expect, test } from '../support/e2e/service.ts';
import { onLine } from '../support/message-lines.mjs';

test.use({ desktopOptions: { notificationServer: 'none' } });

const name = 'org.freedesktop.Notifications';

interface Server {
  readonly process: ChildProcess;
  readonly summaries: string[];
}

/** A test notification server that can be made to hang or crash. */
async function startServer(desktop: Desktop): Promise<Server> {
  const program = resolve(import.meta.dirname, '../support/desktop/notification-server.mjs');
  const child = spawnProcess(process.execPath, [program], { env: desktop.env, stdio: ['pipe', 'pipe', 'inherit'] });
  const summaries: string[] = [];
  onLine(child.stdout, (line) => {
    const { call, summary } = JSON.parse(line);
    if (call === 'Notify') summaries.push(summary);
  });
  await until('the notification server', () => nameHasOwner(desktop.bus, name));
  return { process: child, summaries };
}

async function kill(desktop: Desktop, { process }: Server): Promise<void> {
  process.kill('SIGKILL');
  await until('the notification server to be gone', async () => !(await nameHasOwner(desktop.bus, name)));
}

test('“Preview” reports in the window that nothing shows notifications', async ({ desktop, fast, launch }) => {
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  await window.getByRole('button', { name: 'Settings' }).click();
  const preview = window.getByRole('button', { name: 'Preview: Reconnect needed' });
  await preview.click();
  const message = window.getByText('Notifications aren’t available', { exact: true });
  await expect(message).toBeVisible({ timeout: 15_000 });
  // A server that starts now doesn't show the outdated example.
  const server = await startServer(desktop);
  await preview.click();
  await expect.poll(() => server.summaries).toEqual(['Reconnect needed: Example printer']);
  await expect(message).toHaveCount(0);

  // A hanging server is as good as none.
  server.process.kill('SIGSTOP');
  await preview.click();
  await expect(message).toBeVisible({ timeout: 15_000 });
  await kill(desktop, server);
});

test('A server that hangs does not stop polling, and the next one shows what is still true', async ({
  desktop,
  simulator,
  fast,
  launch,
}) => {
  const app = await launch({ args: ['--show', '--status-stream'], env: fast });
  const [voron, ender] = await addAll(app, simulator, ['Voron', 'Ender']);
  const server = await startServer(desktop);
  const worst = await watchLoop(app);
  server.process.kill('SIGSTOP');
  voron?.set({ link: 'down' });
  await app.waitForStatus({ type: 'alert', kind: 'disconnected', printers: ['Voron'] });
  const requestsBefore = simulator.log.length;
  await expect.poll(() => simulator.log.length).toBeGreaterThan(requestsBefore + 8);
  ender?.set({ link: 'down' });
  await app.waitForStatus({ type: 'alert', kind: 'disconnected', printers: ['Ender'] });
  // One of them no longer applies.
  ender?.set({ link: 'up' });
  await app.waitForStatus({ type: 'alert', kind: 'recovered', printers: ['Ender'] });
  await kill(desktop, server);
  const next = await startServer(desktop);
  await expect.poll(() => next.summaries).toEqual(['Voron disconnected', 'Ender is connected again']);
  expect(await worst()).toBeLessThan(1_000);
  await kill(desktop, next);
});
