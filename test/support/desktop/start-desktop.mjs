import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { configureBrowser, configureNotifications, configurePanel } from './configuration.mjs';
import { Desktop, PANEL_HEIGHT } from './desktop.mjs';
import { Processes } from './processes.mjs';
import { connectToBus, startSessionBus } from './session-bus.mjs';

/** @typedef {import('./desktop.mjs').DesktopOptions} DesktopOptions */

/**
 * Starts a desktop with its own display (Xvfb, openbox, the panel of Xfce, dunst, GNOME Keyring) and home folder. Its
 * packages have to be installed: `ensurePackages`.
 * @param {DesktopOptions} [options]
 * @returns {Promise<Desktop>}
 * @throws {Error} naming the part that did not start
 */
export async function startDesktop(options = {}) {
  const home = mkdtempSync(join(tmpdir(), 'octoglance-desktop-'));
  const processes = new Processes(basename(home), options.account);
  const usual = {
    scale: 1,
    notificationServer: 'dunst',
    keyring: 'unlocked',
    panel: true,
    look: 'dark',
    account: null,
  };
  const all = { ...usual, ...options };
  const desktop = new Desktop(processes, home, /** @type {Required<DesktopOptions>} */ (all));
  try {
    await startParts(desktop);
    return desktop;
  } catch (error) {
    await desktop.stop();
    const output = desktop.log.trim().split('\n').slice(-5).join(' / ');
    throw new Error(
      `The test desktop did not start: ${error instanceof Error ? error.message : error} ${output}`.trim(),
    );
  }
}

/** @param {Desktop} desktop */
async function startParts(desktop) {
  const { home, env, options } = desktop;
  const folder = (/** @type {string} */ name) => {
    mkdirSync(join(home, name), { recursive: true, mode: 0o700 });
    return join(home, name);
  };
  const configHome = folder('config');
  const dataHome = folder('data');
  const runtime = folder('run');
  const browser = configureBrowser(home, configHome, dataHome);
  desktop.linkRecord = browser.record;
  Object.assign(env, {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    HOME: home,
    TMPDIR: desktop.temporary,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: configHome,
    XDG_DATA_HOME: dataHome,
    XDG_CACHE_HOME: folder('cache'),
    XDG_STATE_HOME: folder('state'),
    XDG_SESSION_TYPE: 'x11',
    BROWSER: browser.program,
    // GTK 3 treats half steps of scale as font size, whole ones as pixel size.
    GDK_SCALE: String(Math.floor(options.scale)),
    GDK_DPI_SCALE: String(options.scale / Math.floor(options.scale)),
    // There is no accessibility bus here; without this every program would wait for one.
    NO_AT_BRIDGE: '1',
  });
  desktop.notificationChoice = configureNotifications(home, configHome, options.scale, options.look);
  configurePanel(configHome, options.look, PANEL_HEIGHT);
  desktop.handOver(home);
  desktop.handOver(desktop.temporary);
  const { width, height } = desktop.screen;
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = desktop.start('Xvfb', ['-displayfd', '3', ...screen], { extraPipe: true });
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const [number] = await Promise.race([once(pipe, 'data'), once(server, 'exit').then(() => [''])]);
  if (String(number).trim() === '') throw new Error('Xvfb ended.');
  env['DISPLAY'] = `:${String(number).trim()}`;
  env['DBUS_SESSION_BUS_ADDRESS'] = await startSessionBus(desktop.processes, runtime);
  desktop.connection = await connectToBus(desktop.busAddress);
  desktop.start('openbox', ['--sm-disable']);
  if (options.keyring !== 'none') await desktop.keyring.start(options.keyring);
  if (options.notificationServer === 'dunst') await desktop.startNotificationServer();
  if (options.panel) await desktop.startPanel();
}
