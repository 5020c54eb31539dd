import { Message, sessionBus } from '@jellybrick/dbus-next';
import { onLine } from '../message-lines.mjs';

/**
 * A notification server without a screen, in a separate process so that it can be stopped and killed. It writes its
 * calls as JSON, one per line.
 *
 * Commands on stdin, one per line: `{"do":"delay","ms":10000}`, `{"do":"invoke","id":1,"key":"default","token":"…"}`,
 * `{"do":"close","id":1,"reason":2}`, `{"do":"refuse","next":2}` (two as too many), `{"do":"echo"}` (writes that to
 * stdout, after all earlier calls).
 *
 * Arguments: `--capabilities=actions,body`, `--specification=1.2`, `--delay=MS`, `--refuse=picture`, `--refuse=all`,
 * `--refuse=2` (two as too many), `--die-on=MEMBER`, `--answer=u:0` (the id that it returns, with its D-Bus type),
 * `--new-ids` (a replaced notification gets another id, and the old one is signalled as closed), `--close-at-once=2`
 * (every notification is signalled as closed for that reason right before it is answered), `--invoke-at-once=KEY` (its
 * action is signalled before that), `--error-on=MEMBER`.
 */

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const given = new Map(process.argv.slice(2).map((one) => /** @type {[string, string]} */ (one.split(/=(.*)/s))));
const capabilities = (given.get('--capabilities') ?? 'actions,body,body-markup').split(',').filter(Boolean);
const specification = given.get('--specification') ?? '1.2';
let delay = Number(given.get('--delay') ?? 0);
let lastId = 0;
let toRefuse = Number(given.get('--refuse')) || 0;

const bus = sessionBus();

/** @param {object} line */
const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * @param {string} member
 * @param {string} signature
 * @param {unknown[]} body
 */
const signal = (member, signature, body) => bus.send(Message.newSignal(PATH, NAME, member, signature, body));

/**
 * @param {import('@jellybrick/dbus-next').Message} call
 * @param {string} signature
 * @param {unknown[]} body
 */
const answer = (call, signature, body) =>
  setTimeout(() => bus.send(Message.newMethodReturn(call, signature, body)), delay);

/** @param {import('@jellybrick/dbus-next').Message} call */
function notify(call) {
  const [application, replaces, , summary, body, actions, hints, expires] =
    /** @type {[string, number, string, string, string, string[], Record<string, { value: unknown }>, number]} */ (
      call.body
    );
  const plain = Object.fromEntries(
    Object.entries(hints).map(([name, { value }]) => [name, /^(image|icon)[-_]data$/.test(name) ? 'picture' : value]),
  );
  const refuse = given.get('--refuse');
  if (refuse === 'all' || (refuse === 'picture' && Object.values(plain).includes('picture'))) {
    bus.send(Message.newError(call, 'org.freedesktop.DBus.Error.InvalidArgs', 'Not here'));
    return;
  }
  toRefuse -= 1;
  if (toRefuse >= 0) {
    write({ call: 'refused' });
    bus.send(Message.newError(call, 'org.freedesktop.Notifications.Error.ExcessNotificationGeneration', 'Too many'));
    return;
  }
  const isNew = replaces === 0 || given.has('--new-ids');
  if (isNew) lastId += 1;
  const id = isNew ? lastId : replaces;
  if (replaces !== 0 && isNew) signal('NotificationClosed', 'uu', [replaces, 3]);
  write({ call: 'Notify', id, application, replaces, summary, body, actions, hints: plain, expires });
  if (given.has('--invoke-at-once')) signal('ActionInvoked', 'us', [id, given.get('--invoke-at-once')]);
  if (given.has('--close-at-once')) signal('NotificationClosed', 'uu', [id, Number(given.get('--close-at-once'))]);
  const [type, text = ''] = given.get('--answer')?.split(':') ?? ['u', String(id)];
  if (type === '') answer(call, '', []);
  else answer(call, type ?? 'u', [type === 's' ? text : type === 'as' ? text.split(',') : Number(text)]);
}

bus.addMethodHandler((call) => {
  if (call.interface !== NAME) return false;
  if (given.get('--die-on') === call.member) process.kill(process.pid, 'SIGKILL');
  if (given.get('--error-on') === call.member)
    bus.send(Message.newError(call, 'org.freedesktop.DBus.Error.UnknownMethod', 'Not here'));
  else if (call.member === 'Notify') notify(call);
  else if (call.member === 'GetCapabilities') answer(call, 'as', [capabilities]);
  else if (call.member === 'GetServerInformation')
    answer(call, 'ssss', ['Test server', 'OctoGlance', '1', specification]);
  else if (call.member === 'CloseNotification') {
    write({ call: 'CloseNotification', id: call.body[0] });
    signal('NotificationClosed', 'uu', [call.body[0], 3]);
    answer(call, '', []);
  } else return false;
  return true;
});

onLine(process.stdin, (line) => {
  const wanted = JSON.parse(line);
  if (wanted.do === 'delay') delay = wanted.ms;
  if (wanted.do === 'refuse') toRefuse = wanted.next;
  if (wanted.do === 'echo') write({ call: 'echo' });
  if (wanted.do === 'close') signal('NotificationClosed', 'uu', [wanted.id, wanted.reason]);
  if (wanted.do !== 'invoke') return;
  if (wanted.token) signal('ActivationToken', 'us', [wanted.id, wanted.token]);
  signal('ActionInvoked', 'us', [wanted.id, wanted.key]);
});

bus.on('connect', async () => {
  await bus.requestName(NAME, 0);
  write({ ready: process.pid });
});
