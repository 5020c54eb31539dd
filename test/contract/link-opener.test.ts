import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessageBus } from '@jellybrick/dbus-next';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SessionBus } from '../../src/dbus/session-bus.ts';
import { openOnLinux } from '../../src/desktop/integration/link-opener.ts';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { sendSignal } from '../support/desktop/processes.mjs';
import { busAt } from '../support/desktop/session-bus.mjs';

const address = 'https://octoeverywhere.com/view/Voron?a=1&b=$(touch x);"';
const soon = { timeout: 20_000, interval: 20 };

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('opening a link', () => {
  let session: DesktopSession;
  let programs: string;
  let bus: SessionBus;

  beforeEach(async () => {
    session = new DesktopSession();
    await session.startBus();
    programs = join(session.home, 'programs');
    mkdirSync(programs);
    bus = new SessionBus(session.environment['DBUS_SESSION_BUS_ADDRESS']);
    onTestFinished(() => bus.close());
  });

  const open = (limit = 10_000) => openOnLinux(address, { bus, environment: { PATH: programs }, limit });
  const opened = (program: string) => {
    const record = join(session.home, `${program}.opened`);
    return existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
  };
  /** Replaces a system program; `line` is shell code that runs after it has recorded its arguments. */
  const put = (program: string, line: string) => {
    const path = join(programs, program);
    const record = join(session.home, `${program}.opened`);
    writeFileSync(path, `#!/bin/sh\nPATH=/usr/bin:/bin\nprintf '%s\\n' "$*" >> '${record}'\n${line}\n`);
    chmodSync(path, 0o755);
  };

  it('uses xdg-open, which receives the unchanged address', async () => {
    put('xdg-open', 'exit 0');
    expect(await open()).toEqual({ kind: 'opened' });
    expect(opened('xdg-open')).toEqual([address]);
  });

  it.each([
    ['is missing', null],
    ['finds no browser', 'exit 3'],
    ['is killed', 'kill -9 $$'],
    ['cannot be run', 'not executable'],
  ])('uses gio if xdg-open %s', async (_how, line) => {
    if (line !== null) put('xdg-open', line);
    if (line === 'not executable') chmodSync(join(programs, 'xdg-open'), 0o644);
    put('gio', 'exit 0');
    expect(await open()).toEqual({ kind: 'opened' });
    expect(opened('gio')).toEqual([`open ${address}`]);
  });

  /** A portal that responds to a request with `code` once `ready` resolves; returns the addresses it was asked for. */
  async function portal(code: number | null, ready = Promise.resolve()): Promise<readonly unknown[]> {
    const service: MessageBus = busAt(session.environment['DBUS_SESSION_BUS_ADDRESS']);
    onTestFinished(() => service.disconnect());
    const requests: unknown[] = [];
    await service.requestName('org.freedesktop.portal.Desktop', 0);
    const { Message, MessageType } = await import('@jellybrick/dbus-next');
    service.addMethodHandler((call) => {
      if (call.member !== 'OpenURI') return false;
      const [, uri, options] = call.body as [string, string, { handle_token: { value: string } }];
      requests.push(uri);
      const path = `/org/freedesktop/portal/desktop/request/1_7/${options.handle_token.value}`;
      service.send(Message.newMethodReturn(call, 'o', [path]));
      if (code === null) return true;
      const response = new Message({
        type: MessageType.SIGNAL,
        destination: call.sender ?? '',
        path,
        interface: 'org.freedesktop.portal.Request',
        member: 'Response',
        signature: 'ua{sv}',
        body: [code, {}],
      });
      void ready.then(() => service.send(response));
      return true;
    });
    return requests;
  }

  it.each([
    ['opens it', 0, { kind: 'opened' }],
    ['lets the user cancel', 1, { kind: 'opened' }],
    ['denies it', 2, { kind: 'failed', why: 'portal: 2' }],
  ])('uses the desktop portal if there is neither; it %s', async (_how, code, expected) => {
    const requests = await portal(code);
    expect(await open()).toEqual(expected);
    expect(requests).toEqual([address]);
  });

  it('reports a portal that does not respond, and its late response', async () => {
    let choose = () => {};
    await portal(
      2,
      new Promise((resolve) => {
        choose = resolve;
      }),
    );
    const opening = await open(500);
    expect(opening).toMatchObject({ kind: 'hanging' });
    choose();
    expect(opening.kind === 'hanging' && (await opening.later)).toEqual({ kind: 'failed', why: 'portal: 2' });
  });

  it('fails if nothing opens it, with the reason', async () => {
    expect(await open()).toEqual({ kind: 'failed', why: 'xdg-open, gio' });
    put('xdg-open', 'exit 3');
    put('gio', 'exit 2');
    expect(await open()).toEqual({ kind: 'failed', why: 'xdg-open: 3, gio: 2' });
  });

  it('reports a hanging opener, leaves it running, and reports its late result', async () => {
    put('xdg-open', `while [ ! -e '${session.home}/go-on' ]; do sleep 0.1; done; exit 4`);
    put('gio', 'exit 0');
    const opening = await open(1_000);
    expect(opening).toMatchObject({ kind: 'hanging' });
    // Trying another way could open it twice.
    expect(opened('gio')).toEqual([]);
    writeFileSync(join(session.home, 'go-on'), '');
    expect(opening.kind === 'hanging' && (await opening.later)).toEqual({ kind: 'failed', why: 'xdg-open: 4' });
  });

  it('recognizes a browser in the foreground by its duration, and does not end it', async () => {
    const alive = join(session.home, 'alive');
    const script = `const all=Buffer.alloc(120*1024*1024,1);setInterval(()=>require('fs').writeFileSync('${alive}',String(process.pid)+all[0]),50)`;
    put('xdg-open', `'${process.execPath}' -e "${script}"`);
    expect(await open(4_000)).toEqual({ kind: 'opened' });
    // Empty for the moment in which it is written.
    const first = await vi.waitFor(() => {
      const text = readFileSync(alive, 'utf8');
      expect(text).not.toBe('');
      return text;
    }, soon);
    writeFileSync(alive, '');
    await vi.waitFor(() => expect(readFileSync(alive, 'utf8')).toBe(first), soon);
    sendSignal(Number(first.slice(0, -1)), 'SIGKILL');
    await wait(50);
  });

  it('ignores a portal that hangs', async () => {
    const service = busAt(session.environment['DBUS_SESSION_BUS_ADDRESS']);
    onTestFinished(() => service.disconnect());
    await service.requestName('org.freedesktop.portal.Desktop', 0);
    service.addMethodHandler(() => true);
    expect(await open()).toEqual({ kind: 'failed', why: 'xdg-open, gio' });
  });
});
