import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/e2e/service.ts';

const count = 40;

test(`A keyring that lost all its entries is reported once, for all ${count} printers`, async ({
  fast,
  launch,
  spawn,
  notifications,
}) => {
  const first = await launch({ args: ['--show'], env: fast });
  await first.window();
  await first.quit();
  // As after restoring the profile without its keyring.
  const printers = Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    name: `Printer ${index + 1}`,
    muted: false,
    addedAt: Date.now(),
  }));
  writeFileSync(join(first.profile, 'printers.json'), JSON.stringify({ version: 1, printers }));
  const app = await spawn({
    args: ['--hidden', '--status-stream'],
    env: { ...fast, OCTOGLANCE_POLL_SECONDS: '60', OCTOGLANCE_GRACE_SECONDS: '90' },
    profile: first.profile,
  });
  const lost = () => app.statusStream.filter(({ type, status }) => type === 'printer' && status === 'reconnect-needed');
  await expect.poll(() => lost().length, { timeout: 120_000 }).toBe(count);
  await notifications.waitFor('of the lost tokens', (one) => /reconnect/i.test(`${one.summary} ${one.body}`), 30_000);
  // A printer reported later would have changed it in place, or have its own by now.
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  expect(notifications.all.length).toBe(1);
  expect(JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8')).printers).toHaveLength(count);
});
