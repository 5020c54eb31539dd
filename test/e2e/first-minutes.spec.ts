import { RealBrowser } from '../support/desktop/browser.ts';
import { Mouse } from '../support/desktop/mouse.ts';
import { portal } from '../support/e2e/portal.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

/** What the README promises to somebody who has never seen the app. */
const mostClicks = 5;
const mostMinutes = 2;

test('A first start leads to a connected printer with few clicks of a real pointer', async ({
  simulator,
  fast,
  launch,
  desktop,
  findTray,
  picture,
}) => {
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const browser = RealBrowser.install(desktop, simulator.origin);
  const mouse = new Mouse(desktop);
  const from = performance.now();

  // Started from the menu of the desktop, without any flag.
  const app = await launch({ env: fast });
  const window = await app.window();
  const signIn = window.getByRole('button', { name: 'Sign in with OctoEverywhere' });
  await expect(signIn).toBeVisible();
  await picture('1-first-start');
  await mouse.clickOn(signIn);

  const page = await browser.tab(`${simulator.origin.origin}${portal}`);
  const connect = page.getByRole('button', { name: 'Connect Voron', exact: true });
  await expect(connect).toBeVisible();
  await picture('2-browser');
  await mouse.clickOn(connect);
  // The first time, the browser asks whether it may open OctoGlance; here it was allowed before.
  mouse.clicks += 1;

  await expect(window.getByRole('region', { name: 'Voron has been added' })).toBeVisible({ timeout: 15_000 });
  await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
  await (await findTray()).waitForColour('green');
  const seconds = Math.round((performance.now() - from) / 1_000);
  await picture('3-connected');
  await browser.close();

  process.stdout.write(`The first printer took ${mouse.clicks} clicks and ${seconds} s.\n`);
  expect(mouse.clicks).toBeLessThanOrEqual(mostClicks);
  expect(seconds).toBeLessThan(mostMinutes * 60);
});
