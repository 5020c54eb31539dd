import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';

/**
 * A desktop portal without a screen, in a separate process so that it can be stopped and killed. It accepts each file
 * dialog and never closes it, as while the user is choosing. Writes `ready` to stdout once it has its name, and then
 * `dialog` for each dialog, one per line. Source: XDG Desktop Portal documentation, `FileChooser` version 4.
 */

const bus = sessionBus();
const version = new Variant('u', 4);

bus.addMethodHandler((call) => {
  if (call.interface === 'org.freedesktop.DBus.Peer') return false;
  /** @type {[string, unknown[]] | null} */
  let reply = null;
  if (call.member === 'Get') reply = ['v', [version]];
  if (call.member === 'GetAll') reply = ['a{sv}', [{ version }]];
  if (call.member === 'SaveFile' || call.member === 'OpenFile') {
    const sender = call.sender?.slice(1).replaceAll('.', '_');
    reply = [
      'o',
      [
        `/org/freedesktop/portal/desktop/request/${sender}/${/** @type {any} */ (call.body[2]).handle_token?.value ?? 'none'}`,
      ],
    ];
    process.stdout.write('dialog\n');
  }
  bus.send(
    reply === null
      ? Message.newError(call, 'org.freedesktop.DBus.Error.UnknownMethod', 'Not here')
      : Message.newMethodReturn(call, ...reply),
  );
  return true;
});

bus.on('connect', async () => {
  await bus.requestName('org.freedesktop.portal.Desktop', 0);
  process.stdout.write('ready\n');
});
