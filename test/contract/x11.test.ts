import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pointerOnX11 } from '../../src/desktop/tray/x11-pointer.ts';
import { hasX11Tray } from '../../src/desktop/tray/x11-tray.ts';
import { profileFolder } from '../support/storage/profile-folder.ts';

const servers: ChildProcess[] = [];

afterEach(async () => {
  for (const server of servers.splice(0).reverse()) {
    const hasEnded = server.exitCode !== null || server.signalCode !== null;
    if (!hasEnded && server.kill()) await once(server, 'exit');
  }
});

/** An entry of an Xauthority file for this computer, and for that display, or for any if the number is empty. */
function entry(number: string, cookie: Buffer): Buffer {
  const counted = (data: Buffer) => Buffer.concat([Buffer.from([data.length >> 8, data.length & 255]), data]);
  const parts = [Buffer.from(hostname()), Buffer.from(number), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie];
  return Buffer.concat([Buffer.from([1, 0]), ...parts.map(counted)]);
}

/** A real X server that only accepts clients with the cookie. */
async function startXvfb(cookie: Buffer): Promise<string> {
  const file = join(profileFolder(), 'server-auth');
  writeFileSync(file, entry('', cookie));
  const screen = ['-screen', '0', '900x700x24'];
  const server = spawn('Xvfb', ['-displayfd', '3', '-auth', file, ...screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  servers.push(server);
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return number.toString().trim();
}

describe('A tray of the older kind on X11', () => {
  it('is there while it runs, and not on Wayland or Plasma', async () => {
    const cookie = randomBytes(16);
    const number = await startXvfb(cookie);
    const authority = join(profileFolder(), 'Xauthority');
    writeFileSync(authority, entry(number, cookie));
    const environment = { DISPLAY: `:${number}`, XAUTHORITY: authority };
    const ask = (more = {}) => hasX11Tray({ ...environment, ...more }, 20_000);
    expect(await ask()).toBe(false);
    const start = () => {
      const started = spawn('trayer', [], { env: { ...process.env, ...environment }, stdio: 'ignore' });
      servers.push(started);
      return started;
    };
    let tray = start();
    // On a busy computer it may end before it has begun.
    const isThere = () => {
      if (tray.exitCode !== null || tray.signalCode !== null) tray = start();
      return ask();
    };
    await expect.poll(isThere, { timeout: 80_000, interval: 500 }).toBe(true);
    expect(await ask({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(await ask({ XDG_SESSION_TYPE: 'wayland' })).toBe(false);
    expect(await ask({ XDG_CURRENT_DESKTOP: 'KDE' })).toBe(false);
    tray.kill();
    await expect.poll(() => ask(), { timeout: 80_000 }).toBe(false);
  }, 240_000);

  it.each(['', 'elsewhere:0'])('is not on the display “%s”', async (display) => {
    expect(await hasX11Tray({ DISPLAY: display })).toBe(false);
  });

  it('is unknown without a server', async () => {
    expect(await hasX11Tray({ DISPLAY: ':40123' })).toBeNull();
  });
});

describe('The pointer on X11', () => {
  it('is reported with a valid cookie only', async () => {
    const cookie = randomBytes(16);
    const number = await startXvfb(cookie);
    const authority = join(profileFolder(), 'Xauthority');
    const environment = { DISPLAY: `:${number}.0`, XAUTHORITY: authority };
    const ask = () => pointerOnX11(environment, 20_000);
    writeFileSync(authority, Buffer.concat([entry('99', randomBytes(16)), entry(number, cookie)]));
    // The pointer has not been moved.
    expect(await ask()).toEqual({ x: 450, y: 350 });
    writeFileSync(authority, entry(number, randomBytes(16)));
    expect(await ask()).toBeNull();
    writeFileSync(authority, entry(number, cookie).subarray(0, 20));
    expect(await ask()).toBeNull();
    rmSync(authority);
    expect(await ask()).toBeNull();
  });

  it.each(['', 'elsewhere:0', 'wayland-1', ':notanumber'])('is unknown on the display “%s”', async (display) => {
    expect(await pointerOnX11({ DISPLAY: display })).toBeNull();
  });

  it('is unknown without a server, and with one that is silent or sends nonsense', async () => {
    const number = String(40_000 + Math.floor((process.pid * 7) % 20_000));
    const path = `/tmp/.X11-unix/X${number}`;
    const environment = { DISPLAY: `:${number}` };
    expect(await pointerOnX11(environment)).toBeNull();
    for (const response of [
      null,
      Buffer.from([1]),
      Buffer.alloc(40, 1),
      Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ]) {
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.on('data', () => response !== null && socket.write(response));
      });
      server.listen(path);
      await once(server, 'listening');
      expect(await pointerOnX11(environment, 200)).toBeNull();
      server.close();
      rmSync(path, { force: true });
    }
  });
});
