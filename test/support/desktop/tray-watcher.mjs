import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';
import { onLine } from '../message-lines.mjs';

/**
 * A StatusNotifierWatcher with or without a host, as on desktops before their panel has started. It writes
 * registrations as JSON, one per line. Lines on stdin: `{"host":true}` or `{"host":false}`. Arguments: `--host` (there
 * is one from the start), `--lose=1` (accepts and loses this many registrations). Like GNOME's AppIndicator extension,
 * it accepts only a path or a name on the bus.
 */

const NAME = 'org.kde.StatusNotifierWatcher';
const PATH = '/StatusNotifierWatcher';
let hasHost = process.argv.includes('--host');
let toLose = Number(process.argv.find((one) => one.startsWith('--lose='))?.slice(7) ?? 0);
/** @type {Map<string, string>} items and the connections they belong to */
const items = new Map();

const bus = sessionBus();

/** @param {object} line */
const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * @param {string} member
 * @param {string} [item]
 */
const signal = (member, item) =>
  bus.send(Message.newSignal(PATH, NAME, member, item === undefined ? '' : 's', item === undefined ? [] : [item]));

/** @returns {Record<string, Variant>} */
const properties = () => ({
  RegisteredStatusNotifierItems: new Variant('as', [...items.keys()]),
  IsStatusNotifierHostRegistered: new Variant('b', hasHost),
  ProtocolVersion: new Variant('i', 0),
});

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** @param {string} name */
async function isOnBus(name) {
  const call = new Message({ ...daemon, member: 'NameHasOwner', signature: 's', body: [name] });
  return (await bus.call(call))?.body[0] === true;
}

/** @param {import('@jellybrick/dbus-next').Message} call */
async function register(call) {
  const [service] = /** @type {string[]} */ (call.body);
  if (service?.startsWith('/') !== true && !(await isOnBus(String(service)))) {
    bus.send(Message.newError(call, 'org.freedesktop.DBus.Error.InvalidArgs', `${service} is nobody`));
    return;
  }
  toLose -= 1;
  if (toLose >= 0) {
    bus.send(Message.newMethodReturn(call, '', []));
    return;
  }
  const item = service?.startsWith('/') ? `${call.sender}${service}` : `${service}/StatusNotifierItem`;
  items.set(item, call.sender ?? '');
  bus.send(Message.newMethodReturn(call, '', []));
  signal('StatusNotifierItemRegistered', item);
  write({ registered: item });
}

bus.addMethodHandler((call) => {
  if (call.member === 'RegisterStatusNotifierItem') void register(call);
  else if (call.member === 'RegisterStatusNotifierHost') bus.send(Message.newMethodReturn(call, '', []));
  else if (call.member === 'GetAll') bus.send(Message.newMethodReturn(call, 'a{sv}', [properties()]));
  else if (call.member === 'Get') {
    const value = properties()[String(call.body[1])];
    if (value === undefined) return false;
    bus.send(Message.newMethodReturn(call, 'v', [value]));
  } else return false;
  return true;
});

// Items disappear with their connection or their name.
bus.on('message', ({ member, body }) => {
  if (member !== 'NameOwnerChanged' || body[2] !== '') return;
  for (const [item, owner] of items) {
    if (owner !== body[0] && item.split('/')[0] !== body[0]) continue;
    items.delete(item);
    signal('StatusNotifierItemUnregistered', item);
    write({ unregistered: item });
  }
});

onLine(process.stdin, (line) => {
  hasHost = JSON.parse(line).host === true;
  signal(hasHost ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered');
});

bus.on('connect', async () => {
  const rule = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'";
  await bus.call(new Message({ ...daemon, member: 'AddMatch', signature: 's', body: [rule] }));
  await bus.requestName(NAME, 0);
  write({ ready: process.pid });
});
