import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Milliseconds } from '../../domain/time.ts';
import type { Spot } from './menu-entry.ts';

/** A local server replies within a few milliseconds. */
const usualLimit: Milliseconds = 250;

const cookieName = 'MIT-MAGIC-COOKIE-1';

/**
 * The pointer's position on a local X11 display, in pixels of its first screen; null if the server doesn't report it in
 * time. Electron only knows where its own windows last saw the pointer (Electron issue 42519). Never rejects. Source: X
 * Window System Protocol, version 11: connection setup and QueryPointer.
 */
export async function pointerOnX11(environment: NodeJS.ProcessEnv, limit = usualLimit): Promise<Spot | null> {
  const display = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(environment['DISPLAY'] ?? '')?.[1];
  if (display === undefined) return null;
  const late = new Promise<null>((resolve) => setTimeout(resolve, limit, null).unref());
  return Promise.race([cookieOf(environment, display).then((cookie) => askPointer(display, cookie, limit)), late]);
}

function askPointer(display: string, cookie: Buffer | null, limit: Milliseconds): Promise<Spot | null> {
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${display}`);
    let received = Buffer.alloc(0);
    let setupEnd: number | null = null;
    const end = (spot: Spot | null) => {
      socket.destroy();
      resolve(spot);
    };
    socket.setTimeout(limit, () => end(null));
    socket.on('error', () => end(null));
    socket.on('close', () => end(null));
    socket.on('connect', () => socket.write(setupRequest(cookie)));
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (setupEnd === null) {
        if (received.length < 8) return;
        const size = 8 + 4 * received.readUInt16LE(6);
        if (received[0] !== 1) end(null);
        else if (received.length >= size) {
          setupEnd = size;
          const root = firstRoot(received);
          if (root === null) end(null);
          else socket.write(pointerRequest(root));
        }
        return;
      }
      const reply = received.subarray(setupEnd);
      if (reply.length < 32) return;
      end(reply[0] === 1 ? { x: reply.readInt16LE(16), y: reply.readInt16LE(18) } : null);
    });
  });
}

function setupRequest(cookie: Buffer | null): Buffer {
  const name = Buffer.from(cookie === null ? '' : cookieName);
  const data = cookie ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  // Little-endian, protocol 11.0.
  head.write('l', 0, 'ascii');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

/** The root window of the first screen, which follows the vendor's name and the pixmap formats. */
function firstRoot(setup: Buffer): number | null {
  if (setup.length < 40) return null;
  const at = 40 + 4 * Math.ceil(setup.readUInt16LE(24) / 4) + 8 * setup.readUInt8(29);
  return setup.length < at + 4 ? null : setup.readUInt32LE(at);
}

function pointerRequest(window: number): Buffer {
  const request = Buffer.from([38, 0, 2, 0, 0, 0, 0, 0]);
  request.writeUInt32LE(window, 4);
  return request;
}

/** The cookie that authenticates the user to the server; null if there is none, as with servers that need none. */
async function cookieOf(environment: NodeJS.ProcessEnv, display: string): Promise<Buffer | null> {
  const path = environment['XAUTHORITY'] || join(homedir(), '.Xauthority');
  try {
    // Reading anything other than a file could block.
    if (!(await stat(path)).isFile()) return null;
    return cookieIn(await readFile(path), display);
  } catch {
    return null;
  }
}

/**
 * Finds it in a file of entries: a family, then address, display, name and data, each preceded by its length (libXau,
 * Xau.h).
 */
function cookieIn(file: Buffer, display: string): Buffer | null {
  let at = 0;
  const counted = () => {
    const start = at + 2;
    at = start + file.readUInt16BE(at);
    return file.subarray(start, at);
  };
  while (at < file.length) {
    at += 2;
    counted();
    const number = counted().toString();
    const name = counted().toString();
    const data = counted();
    if (name === cookieName && (number === '' || number === display)) return data;
  }
  return null;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
