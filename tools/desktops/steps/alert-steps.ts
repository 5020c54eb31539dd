import type { SeenNotification } from '../../../test/support/desktop/notifications.ts';
import { until } from '../../../test/support/desktop/processes.mjs';
import { callMethod } from '../../../test/support/desktop/session-bus.mjs';
import { addByToken } from '../add-by-token.ts';
import { openedPages } from '../browser.ts';
import { iconInPanel, writeEnlarged } from '../drawn-icon.ts';
import { type Colour, clickNotification, colours } from '../pointer.ts';
import type { Stage } from '../stage.ts';

/** The first printer, its disconnection and its return, in icon, tooltip and notification. */
export async function connectionSteps(stage: Stage): Promise<void> {
  const { kind, bus } = stage.parts;
  await stage.step('keychain: the token is stored', async () => {
    await addByToken(await stage.window(), 'Voron');
    const where = { to: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
    const call = { ...where, interface: where.to, member: 'GetServerInformation' };
    const [, vendor, version] = await callMethod(bus, call);
    return `${kind.keychain}; notifications by ${vendor} ${version}`;
  });
  await stage.step('the icon turns green', async () => {
    const { tooltip } = await stage.tray.waitForColour('green');
    return `tooltip “${tooltip}”`;
  });
  await stage.step(
    'a disconnection is shown by icon and tooltip, and reported by a notification with picture and buttons',
    async () => {
      const { tooltip, shown } = await disconnect(stage);
      if (!shown.hasPicture) throw new Error('The notification has no picture.');
      await stage.picture('loss');
      return `tooltip “${tooltip}”; “${shown.summary}”, buttons: ${shown.actions.map(({ label }) => label).join(', ') || 'none'}`;
    },
  );
}

/** The notification of the return, and a click on one with the desktop's own pointer. */
export async function notificationSteps(stage: Stage): Promise<void> {
  const { simulator, notifications } = stage.parts;
  await stage.step('the return is reported by a notification, new or in place of the first', async () => {
    simulator.printer('Voron').set({ link: 'up' });
    await stage.tray.waitForColour('green');
    const isReturn = ({ summary }: SeenNotification) => /connected again|back/i.test(summary);
    const shown = await notifications.waitFor('of the return', isReturn, 60_000);
    return `“${shown.summary}”${shown.replacesId === 0 ? '' : ', in place'}`;
  });
  await stage.step('a click on the notification opens the printer’s page in the browser', async () => {
    await (await stage.window()).close();
    const seen = notifications.all.length;
    const { shown } = await disconnect(stage, seen);
    await clickWhileShown(stage, shown, colours.amber);
    simulator.printer('Voron').set({ link: 'up' });
    const isPage = (page: string) => page.endsWith('/view/Voron');
    await until('its page', () => openedPages(stage.parts.desktop.home).some(isPage), 15_000);
    await stage.tray.waitForColour('green');
    return `“${shown.summary}”`;
  });
}

/** The icon of a status that has not been confirmed for a while, as it is on the screen. */
export async function staleSteps(stage: Stage): Promise<void> {
  await stage.step('OctoEverywhere stops responding: the icon turns dull and gets a clock', async () => {
    const { simulator, name } = stage.parts;
    await (await stage.window()).close();
    simulator.service(600);
    const isStale = ({ tooltip }: { tooltip: string }) => /Connected \(as of \d\d:\d\d\)/.test(tooltip);
    const { tooltip, pixmaps } = await stage.tray.waitFor('stale', isStale, 60_000);
    const drawn = () =>
      stage.withScreenshot(async (file) => {
        const area = iconInPanel(file, colours.dullGreen, pixmaps.at(-1)?.width ?? 0);
        writeEnlarged(file, area, `docs/screenshots/desktops/${name}-stale.png`);
        return area;
      });
    const { width, height } = await until('the dull icon on the screen', drawn, 20_000).finally(() =>
      simulator.service('ok'),
    );
    await stage.tray.waitFor('current', ({ tooltip: current }) => current === 'Voron: Connected', 60_000);
    return `tooltip “${tooltip}”; ${width} × ${height} px of it are green`;
  });
}

/** Clicks a notification with the desktop's own pointer until the click arrives. */
export async function clickWhileShown(stage: Stage, { id }: SeenNotification, colour: Colour): Promise<void> {
  const { kind, notifications } = stage.parts;
  const click = async () => {
    await stage.withScreenshot((file) => clickNotification(kind, file, id, colour));
    await until('the click to arrive', () => notifications.activated.some((one) => one.id === id), 2_000);
    return true;
  };
  await until('the notification to be clicked', click, 40_000);
}

async function disconnect(stage: Stage, after = 0): Promise<{ tooltip: string; shown: SeenNotification }> {
  const { simulator, notifications } = stage.parts;
  simulator.printer('Voron').set({ link: 'down' });
  const { tooltip } = await stage.tray.waitForColour('amber');
  const isNew = (one: SeenNotification) => /disconnected/.test(one.summary) && notifications.all.indexOf(one) >= after;
  return { tooltip, shown: await notifications.waitFor('of the disconnection', isNew, 60_000) };
}
