import { startSimulator } from '../../src/demo/simulator.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { Notifications } from '../../test/support/desktop/notifications.ts';
import { connectToBus } from '../../test/support/desktop/session-bus.mjs';
import { tokenOf } from './add-by-token.ts';
import { noteBrowser } from './browser.ts';
import { type DesktopName, desktops } from './desktops.ts';
import { GnomePrompts } from './gnome-prompts.ts';
import { Stage } from './stage.ts';
import { connectionSteps, notificationSteps, staleSteps } from './steps/alert-steps.ts';
import { keychainSteps } from './steps/keychain-steps.ts';
import { scaleSteps } from './steps/scale-steps.ts';
import { linkSteps, loginSteps } from './steps/system-steps.ts';
import { hostSteps, iconSteps, menuSteps, screenSteps, themeSteps } from './steps/tray-steps.ts';

/**
 * Runs inside a desktop session: does what a user does there, and writes the result of each step to `report`.
 * `packaged` is the executable of the packaged app.
 */
export async function goThrough(wanted: string, report: string, packaged: string): Promise<void> {
  const name = wanted as DesktopName;
  const busAddress = String(process.env['DBUS_SESSION_BUS_ADDRESS']);
  const bus = await connectToBus(busAddress);
  const home = String(process.env['HOME']);
  const options = { account: null };
  const desktop = { home, bus, busAddress, env: process.env, options, handOver: () => {} } as unknown as Desktop;
  noteBrowser(home);
  const simulator = await startSimulator();
  simulator.printer('Voron', { token: tokenOf('Voron') });
  const env = {
    OCTOGLANCE_ORIGIN: simulator.origin.origin,
    OCTOGLANCE_POLL_SECONDS: '1',
    OCTOGLANCE_GRACE_SECONDS: '2',
  };
  const notifications = await Notifications.watch(desktop);
  const gnomePrompts = await GnomePrompts.watch(busAddress);
  const stage = new Stage({
    name,
    kind: desktops[name],
    desktop,
    bus,
    notifications,
    gnomePrompts,
    simulator,
    env,
    report,
  });
  const { SCALE: scale, STEPS: steps } = process.env;
  if (scale !== undefined) await scaleSteps(stage, scale);
  else if (steps === 'few') await fewSteps(stage);
  else await everyStep(stage, packaged);
  notifications.close();
  gnomePrompts.close();
  await simulator.close();
}

/** What `npm test` has time for. */
async function fewSteps(stage: Stage): Promise<void> {
  await iconSteps(stage);
  await connectionSteps(stage);
  await menuSteps(stage);
  await notificationSteps(stage);
  await hostSteps(stage);
  await quitStep(stage);
}

async function everyStep(stage: Stage, packaged: string): Promise<void> {
  await iconSteps(stage);
  await connectionSteps(stage);
  await menuSteps(stage);
  await notificationSteps(stage);
  await staleSteps(stage);
  await linkSteps(stage);
  await themeSteps(stage);
  await hostSteps(stage);
  await screenSteps(stage);
  await keychainSteps(stage);
  await loginSteps(stage, packaged);
  await quitStep(stage);
}

async function quitStep(stage: Stage): Promise<void> {
  await stage.step('quit', async () => {
    await stage.app.quit();
    return '';
  });
}
