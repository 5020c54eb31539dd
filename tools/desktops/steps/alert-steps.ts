import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeenNotification } from '../../../test/support/desktop/notifications.ts';
import { until } from '../../../test/support/desktop/processes.mjs';
import { callMethod } from '../../../test/support/desktop/session-bus.mjs';
import { addByToken } from '../add-by-token.ts';
import { openedPages } from '../browser.ts';
import { clickNotification } from '../pointer.ts';
import type { Stage } from '../stage.ts';

/** The first printer, its disconnection and its return, in icon, tooltip and notification. */
export async function connectionSteps(stage: Stage): Promise<void> {
  const { kind, bus } = stage.parts;
  await stage.step('keychain: token stored', async () => {
    await addByToken(await stage.window(), 'Voron');
    const where = { to: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
    const call = { ...where, interface: where.to, member: 'GetServerInformation' };
    const [, vendor, version] = await callMethod(bus, call);
    return `${kind.keychain}; notifications by ${vendor} ${version}`;
  });
  await stage.step('icon turns green', async () => {
    const { tooltip } = await stage.tray.waitForColour('green');
    return `tooltip “${tooltip}”`;
  });
  await stage.step('disconnection: icon, tooltip, notification with picture and buttons', async () => {
    const { tooltip, told } = await disconnect(stage);
    if (!told.hasPicture) throw new Error('The notification has no picture.');
    await stage.picture('loss');
    return `tooltip “${tooltip}”; “${told.summary}”, buttons: ${told.actions.map(({ label }) => label).join(', ') || 'none'}`;
  });
}

/** The notification of the return, and a click on one with the desktop's own pointer. */
export async function notificationSteps(stage: Stage): Promise<void> {
  const { simulator, notifications } = stage.parts;
  await stage.step('return: notification replaced or new', async () => {
    simulator.printer('Voron').set({ link: 'up' });
    await stage.tray.waitForColour('green');
    const isReturn = ({ summary }: SeenNotification) => /connected again|back/i.test(summary);
    const told = await notifications.waitFor('of the return', isReturn, 60_000);
    return `“${told.summary}”${told.replacesId === 0 ? '' : ', in place'}`;
  });
  await stage.step('notification clicked: the printer’s page opens in the browser', async () => {
    await (await stage.window()).close();
    const seen = notifications.all.length;
    const { told } = await disconnect(stage, seen);
    const file = join(tmpdir(), `octoglance-notification-${process.pid}.png`);
    await until(
      'the notification to be clicked',
      async () => {
        await stage.screenshot(file);
        await clickNotification(stage.parts.kind, file, told.id);
        await until('the click to arrive', () => notifications.activated.some(({ id }) => id === told.id), 2_000);
        return true;
      },
      40_000,
    ).finally(() => {
      rmSync(file, { force: true });
      simulator.printer('Voron').set({ link: 'up' });
    });
    const isPage = (page: string) => page.endsWith('/view/Voron');
    await until('its page', () => openedPages(stage.parts.desktop.home).some(isPage), 15_000);
    await stage.tray.waitForColour('green');
    return `“${told.summary}”`;
  });
}

async function disconnect(stage: Stage, after = 0): Promise<{ tooltip: string; told: SeenNotification }> {
  const { simulator, notifications } = stage.parts;
  simulator.printer('Voron').set({ link: 'down' });
  const { tooltip } = await stage.tray.waitForColour('amber');
  const isNew = (one: SeenNotification) => /disconnected/.test(one.summary) && notifications.all.indexOf(one) >= after;
  return { tooltip, told: await notifications.waitFor('of the disconnection', isNew, 60_000) };
}
