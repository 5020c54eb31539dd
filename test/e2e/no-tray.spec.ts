import { expect, test } from './service.ts';

test.use({ desktopOptions: { panel: false } });

test('gets the window and is told how to get a tray', async ({ fast, launch, spawn }) => {
  const app = await launch({ env: fast });
  const window = await app.window();
  await expect(window.getByText('This desktop shows no tray icons', { exact: true })).toBeVisible({
    timeout: 15_000,
  });
  const hidden = await spawn({ env: fast, args: ['--hidden', '--status-stream'] });
  await hidden.waitForStatus({ type: 'glance', state: 'none' });
});
