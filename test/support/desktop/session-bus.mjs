import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Message, sessionBus } from '@jellybrick/dbus-next';
import { until } from './processes.mjs';

/**
 * Starts a separate session bus for its user and for root, which manages the desktop. Only Xfce's settings start on
 * demand: with the system's services, a desktop without keyring or notification server would get one on first use.
 * @param {import('./processes.mjs').Processes} processes
 * @param {string} folder for its socket and configuration
 * @returns {Promise<string>} its address
 */
export async function startSessionBus(processes, folder) {
  const services = join(folder, 'services');
  mkdirSync(services, { recursive: true });
  const settings = '/usr/share/dbus-1/services/org.xfce.Xfconf.service';
  if (existsSync(settings)) copyFileSync(settings, join(services, 'org.xfce.Xfconf.service'));
  const socket = join(folder, 'bus');
  const address = `unix:path=${socket}`;
  writeFileSync(
    join(folder, 'bus.conf'),
    `<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="root"/>
  </policy>
</busconfig>
`,
  );
  processes.start('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${join(folder, 'bus.conf')}`]);
  await until('the session bus', () => accepts(socket), 30_000);
  return address;
}

/**
 * Resolves to whether a server accepts connections. Its socket file alone does not prove that: it appears earlier.
 * @param {string} socket path
 * @returns {Promise<boolean>}
 */
export function accepts(socket) {
  return new Promise((resolve) => {
    const client = connect(socket);
    const say = (/** @type {boolean} */ whether) => {
      client.destroy();
      resolve(whether);
    };
    client.once('connect', () => say(true)).once('error', () => say(false));
  });
}

/**
 * @param {string | undefined} address
 * @returns {import('@jellybrick/dbus-next').MessageBus} a connection that is being made; when the bus ends before it, that
 * is no error of the test
 */
export function busAt(address) {
  const bus = sessionBus({ busAddress: address ?? '' });
  /** @type {any} */ (bus).on('error', () => {});
  return bus;
}

/**
 * @param {string} address
 * @returns {Promise<import('@jellybrick/dbus-next').MessageBus>} a connection that has its name
 */
export async function connectToBus(address) {
  const bus = busAt(address);
  await once(/** @type {any} */ (bus), 'connect');
  return bus;
}

/**
 * Calls a D-Bus method.
 * @param {import('@jellybrick/dbus-next').MessageBus} bus
 * @param {{ to: string, path: string, interface: string, member: string, signature?: string, body?: unknown[] }} call
 * @returns {Promise<any[]>} what the method returns
 */
export async function callMethod(bus, { to, path, interface: name, member, signature = '', body = [] }) {
  const message = new Message({ destination: to, path, interface: name, member, signature, body });
  const reply = await bus.call(message);
  return reply?.body ?? [];
}

/**
 * @param {import('@jellybrick/dbus-next').MessageBus} bus
 * @param {string} name
 * @returns {Promise<boolean>} whether anybody on the bus has the name
 */
export async function nameHasOwner(bus, name) {
  const owner = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };
  const [has] = await callMethod(bus, { ...owner, member: 'NameHasOwner', signature: 's', body: [name] });
  return has === true;
}
