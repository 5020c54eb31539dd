import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Keyring } from './keyring.mjs';
import { Processes, until } from './processes.mjs';
import { callMethod, nameHasOwner } from './session-bus.mjs';

/**
 * @typedef {object} DesktopOptions
 * @property {1 | 1.5 | 2} [scale] display scale; default 1
 * @property {'dunst' | 'none'} [notificationServer] default `dunst`
 * @property {'unlocked' | 'locked' | 'none'} [keyring] default `unlocked`
 * @property {boolean} [panel] false: a desktop without a tray; default true
 * @property {'dark' | 'light'} [look] of the panel and the notifications; default `dark`
 * @property {import('./processes.mjs').Account | null} [account] whose desktop it is, which only root may say; default
 *   null: of whoever starts it
 */

/**
 * @typedef {object} Region in pixels of the screen
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 */

/** Height of the panel at scale 1, in pixels. */
export const PANEL_HEIGHT = 32;

/** A separate desktop without a user. Created by `startDesktop`. */
export class Desktop {
  /**
   * @param {Processes} processes
   * @param {string} home
   * @param {Required<DesktopOptions>} options
   */
  constructor(processes, home, options) {
    this.processes = processes;
    this.home = home;
    /** For temporary files, so that those of other desktops are not visible. Outside the home folder. */
    this.temporary = mkdtempSync(join(tmpdir(), 'octoglance-tmp-'));
    this.options = options;
    /** Screen size in pixels. */
    this.screen = { width: 1280 * Math.ceil(options.scale), height: 800 * Math.ceil(options.scale) };
    this.panelHeight = PANEL_HEIGHT * Math.floor(options.scale);
    this.log = '';
    /** @type {import('@jellybrick/dbus-next').MessageBus | null} */
    this.connection = null;
    /** @type {Keyring | null} */
    this.keyringOrNull = null;
    /** @type {import('node:child_process').ChildProcess | null} */
    this.panel = null;
    /** @type {import('node:child_process').ChildProcess | null} */
    this.notificationServer = null;
    this.linkRecord = '';
    this.notificationChoice = '';
  }

  /** Environment of programs on this desktop. */
  get env() {
    return this.processes.env;
  }

  get bus() {
    if (this.connection === null) throw new Error('The desktop is not started.');
    return this.connection;
  }

  get busAddress() {
    return this.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  }

  /** The keyring, which may still have to be started. */
  get keyring() {
    this.keyringOrNull ??= new Keyring(this.processes, this.bus);
    return this.keyringOrNull;
  }

  /**
   * Makes the owner of the desktop the owner of a folder and everything in it.
   * @param {string} path
   */
  handOver(path) {
    const { account } = this.options;
    if (account === null) return;
    const below = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
    for (const one of [path, ...below]) chownSync(one, account.uid, account.gid);
  }

  /** @returns {readonly string[]} the links that were opened in the browser, oldest first */
  openedLinks() {
    return readFileSync(this.linkRecord, 'utf8').split('\n').filter(Boolean);
  }

  /**
   * Makes the notification server perform an action of a visible notification, as if the user chose it in its menu.
   * (dunst 1.9 also accepts a position over D-Bus, but refuses all but the first.)
   * @param {number} id of the notification
   * @param {string} key of the action; a click on the notification itself is `default`
   */
  async pickNotificationAction(id, key) {
    writeFileSync(this.notificationChoice, `[${id},${key}]`);
    const server = { to: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
    await callMethod(this.bus, { ...server, interface: 'org.dunstproject.cmd0', member: 'ContextMenuCall' });
  }

  /** Starts the panel with the tray, as `startDesktop` does by default. */
  async startPanel() {
    this.panel = this.start('xfce4-panel', ['--disable-wm-check', '--sm-client-disable']);
    await until('the tray of the panel', async () => {
      const [value] = await callMethod(this.bus, {
        to: 'org.kde.StatusNotifierWatcher',
        path: '/StatusNotifierWatcher',
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
        signature: 'ss',
        body: ['org.kde.StatusNotifierWatcher', 'IsStatusNotifierHostRegistered'],
      });
      return value.value;
    });
  }

  /** Kills the panel, like a crash: the tray is gone. */
  async killPanel() {
    this.panel?.kill('SIGKILL');
    await until('the tray to be gone', async () => !(await nameHasOwner(this.bus, 'org.kde.StatusNotifierWatcher')));
  }

  /** Starts the notification server, as `startDesktop` does by default. */
  async startNotificationServer() {
    this.notificationServer = this.start('dunst', []);
    await until('the notification server', () => nameHasOwner(this.bus, 'org.freedesktop.Notifications'));
  }

  /** Kills the notification server, like a crash. */
  async killNotificationServer() {
    this.notificationServer?.kill('SIGKILL');
    const isGone = async () => !(await nameHasOwner(this.bus, 'org.freedesktop.Notifications'));
    await until('the notification server to be gone', isGone);
  }

  /** Kills the session bus, like a crash. Nothing that uses it works any more, including `bus`. */
  async killSessionBus() {
    // The end of the connection is expected and not an error.
    /** @type {import('node:events').EventEmitter | null} */ (this.connection)?.on('error', () => {});
    await this.processes.kill('dbus-daemon');
  }

  /** Kills the display server, like a crash. */
  async killDisplay() {
    await this.processes.kill('Xvfb');
  }

  /**
   * Writes a screenshot, or part of one, to a PNG file.
   * @param {string} path
   * @param {Region} [region]
   */
  async screenshot(path, region) {
    const area = region ? ['-a', `${region.x},${region.y},${region.width},${region.height}`] : [];
    await promisify(execFile)('scrot', ['--overwrite', ...area, path], { env: this.env });
  }

  /** @returns {Region} the right end of the panel, where the tray is */
  get trayRegion() {
    const width = 320 * Math.ceil(this.options.scale);
    return { x: this.screen.width - width, y: 0, width, height: this.panelHeight };
  }

  /**
   * Starts a program that ends with the desktop.
   * @param {string} program
   * @param {readonly string[]} args
   * @param {{ input?: string, extraPipe?: boolean }} [options]
   */
  start(program, args, options = {}) {
    return this.processes.start(program, args, {
      ...options,
      log: (text) => {
        this.log += text;
      },
    });
  }

  /** Ends everything that runs on the desktop and removes its home folder. No process remains. */
  async stop() {
    this.connection?.disconnect();
    await this.processes.stop();
    for (const folder of [this.home, this.temporary])
      rmSync(folder, { recursive: true, force: true, maxRetries: 15, retryDelay: 100 });
  }
}
