import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './service.ts';

const count = 40;

test(`A keyring that lost all its entries is seen for all ${count} printers together`, async ({
  fast,
  launch,
  spawn,
}) => {
  test.setTimeout(90_000);
  const first = await launch({ args: ['--show'], env: fast });
  await first.window();
  await first.quit();
  // As after a restore of the profile without its keyring.
  const printers = Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    name: `Printer ${index + 1}`,
    muted: false,
    addedAt: Date.now(),
  }));
  writeFileSync(join(first.profile, 'printers.json'), JSON.stringify({ version: 1, printers }));
  const env = { ...fast, OCTOGLANCE_POLL_SECONDS: '60' };
  const app = await spawn({ args: ['--hidden', '--status-stream'], env, profile: first.profile });
  const lost = () => app.statusStream.filter(({ type, status }) => type === 'printer' && status === 'reconnect-needed');
  await expect.poll(() => lost().length, { timeout: 60_000 }).toBe(count);
  // In the first round, not one with each poll: only so can one notification be for all.
  const times = lost().map(({ since }) => Date.parse(String(since)));
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(30_000);
  expect(JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8')).printers).toHaveLength(count);
});
