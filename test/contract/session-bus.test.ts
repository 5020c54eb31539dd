import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SessionBus } from '../../src/dbus/session-bus.ts';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';

const daemon = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** The result of asking the bus at `address` for its id. */
async function requestAt(address: string) {
  const bus = new SessionBus(address);
  onTestFinished(() => bus.close());
  return (await bus.call({ ...daemon, member: 'GetId', timeLimit: 4_000 })).kind;
}

/** Collects uncaught errors until the end of the test. */
function uncaughtErrors(): readonly unknown[] {
  const seen: unknown[] = [];
  const note = (error: unknown) => void seen.push(error);
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, note);
  onTestFinished(() => {
    for (const event of ['uncaughtException', 'unhandledRejection']) process.off(event, note);
  });
  return seen;
}

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('The session bus', () => {
  it('is found at addresses of every form', async () => {
    const session = new DesktopSession();
    await session.startBus();
    const plain = session.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '';
    const spaced = join(session.home, 'my files');
    mkdirSync(spaced);
    symlinkSync(join(session.home, 'bus'), join(spaced, 'bus'));
    const forms = [
      plain,
      `${plain},guid=0123456789abcdef0123456789abcdef`,
      `unix:path=/nowhere;${plain}`,
      `unixexec:path=/bin/none;tcp:host=localhost,port=1;${plain};unix:path=/nowhere`,
      plain.replace('/bus', '%2Fbus'),
      `unix:path=${spaced.replace(' ', '%20')}/bus`,
    ];
    const uncaught = uncaughtErrors();
    for (const form of forms) expect([form, await requestAt(form)]).toEqual([form, 'returned']);
    expect(await requestAt('unixexec:path=/bin/none')).toBe('no-bus');
    expect(uncaught).toEqual([]);
  });

  it('that sends nonsense after connecting is dropped, and connected again', async () => {
    const session = new DesktopSession();
    const path = join(session.home, 'odd-bus');
    let connections = 0;
    const nonsense = [Buffer.alloc(64, 0xff), Buffer.from('l\x02\x01\x01\0\0\0\0'), Buffer.alloc(4_096)];
    const talk = (socket: Socket) => {
      connections += 1;
      const sayNext = [
        () => socket.write('OK 0123456789abcdef0123456789abcdef\r\n'),
        // By now the client has sent BEGIN, perhaps along with its first call.
        () => nonsense.forEach((bytes) => void socket.write(bytes)),
      ];
      socket.on('error', () => {});
      socket.on('data', () => sayNext.shift()?.());
    };
    const server = createServer(talk).listen(path);
    onTestFinished(() => void server.close());
    const uncaught = uncaughtErrors();
    const bus = new SessionBus(`unix:path=${path}`);
    onTestFinished(() => bus.close());
    for (const time of [1, 2]) {
      const reply = await bus.call({ ...daemon, member: 'GetId', timeLimit: 8_000 });
      expect([time, reply.kind]).toEqual([time, 'no-bus']);
    }
    expect(connections).toBe(2);
    expect(uncaught).toEqual([]);
  });

  it('that replies late tells the owner of a name nevertheless', async () => {
    const session = new DesktopSession();
    const daemonProcess = await session.startBus();
    const address = session.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '';
    const owner = new SessionBus(address);
    const bus = new SessionBus(address);
    onTestFinished(() => [owner, bus].forEach((one) => void one.close()));
    const own = { ...daemon, member: 'RequestName', signature: 'su', body: ['org.example.Panel', 0] };
    expect(await owner.call(own)).toMatchObject({ kind: 'returned' });
    await bus.call({ ...daemon, member: 'GetId' });
    daemonProcess.kill('SIGSTOP');
    const owners: (string | null)[] = [];
    bus.watchName('org.example.Panel', (name) => owners.push(name));
    await vi.waitFor(() => expect(owners).toEqual([null]), { timeout: 20_000 });
    daemonProcess.kill('SIGCONT');
    await vi.waitFor(() => expect(owners.at(-1)).toMatch(/^:1\./), { timeout: 20_000 });
  });
});
