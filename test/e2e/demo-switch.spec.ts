import { lastClick } from '../support/app/last-click.ts';
import { Tray } from '../support/desktop/tray.ts';
import { expect, test } from '../support/e2e/service.ts';

test('A newcomer looks around with demo printers, one click away from his own', async ({
  fast,
  launch,
  findTray,
  desktop,
}) => {
  test.setTimeout(90_000);
  const app = await launch({ args: ['--show'], env: fast });
  const window = await app.window();
  await lastClick(window.getByRole('button', { name: 'Try it with demo printers' }));
  await app.ended();
  let tray = await findTray();
  await expect.poll(() => tray.menu.text(), { timeout: 20_000 }).toContain('Demo: simulated printers');
  await expect.poll(() => tray.menu.text()).toContain('Voron');
  await tray.menu.click('Quit');
  await expect.poll(async () => (await Tray.all(desktop)).length, { timeout: 15_000 }).toBe(0);

  const demo = await launch({ args: ['--demo', '--show'] });
  const shown = await demo.window();
  await expect(shown.getByRole('article', { name: 'Voron' })).toBeVisible({ timeout: 15_000 });
  await lastClick(shown.getByRole('button', { name: 'Leave the demo' }));
  await demo.ended();
  tray = await findTray();
  await expect.poll(() => tray.menu.text(), { timeout: 20_000 }).toContain('No printers yet');
  await tray.menu.click('Quit');
  await expect.poll(async () => (await Tray.all(desktop)).length, { timeout: 15_000 }).toBe(0);
});
