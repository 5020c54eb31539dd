import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Milliseconds } from '../../domain/time.ts';

const cookieName = 'MIT-MAGIC-COOKIE-1';

/** Size of the reply to most requests, in bytes. */
const replySize = 32;

/** A connection to an X server. */
export interface X11Server {
  /** The root window of the first screen. */
  readonly root: number;
  /**
   * Sends a request whose reply has {@link replySize} bytes, and resolves to that. Rejects if the server refuses it.
   */
  ask(request: Buffer): Promise<Buffer>;
}

/**
 * Connects to the local X11 display of `environment` and resolves to what `use` finds out there; to null if there is no
 * such display, or if it doesn't reply in time. Never rejects. Source: X Window System Protocol, version 11.
 */
export async function askX11<Answer>(
  environment: NodeJS.ProcessEnv,
  limit: Milliseconds,
  use: (server: X11Server) => Promise<Answer>,
): Promise<Answer | null> {
  const display = displayOf(environment);
  if (display === null) return null;
  const end = new AbortController();
  const late = new Promise<null>((resolve) => setTimeout(resolve, limit, null).unref());
  const answer = cookieOf(environment, display).then((cookie) => converse(display, cookie, end.signal, use));
  try {
    return await Promise.race([answer, late]);
  } catch {
    return null;
  } finally {
    answer.catch(() => {});
    end.abort();
  }
}

/** Whether the environment names a display of this computer. */
export function isLocalDisplay(environment: NodeJS.ProcessEnv): boolean {
  return displayOf(environment) !== null;
}

function displayOf(environment: NodeJS.ProcessEnv): string | null {
  return /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(environment['DISPLAY'] ?? '')?.[1] ?? null;
}

async function converse<Answer>(
  display: string,
  cookie: Buffer | null,
  ended: AbortSignal,
  use: (server: X11Server) => Promise<Answer>,
): Promise<Answer> {
  const socket = connect({ path: `/tmp/.X11-unix/X${display}`, signal: ended });
  const received = new Received();
  socket.on('data', (data) => received.add(data));
  socket.on('error', () => received.end());
  socket.on('close', () => received.end());
  try {
    socket.write(setupRequest(cookie));
    const head = await received.take(8);
    if (head[0] !== 1) throw new RangeError('refused');
    const root = firstRoot(Buffer.concat([head, await received.take(4 * head.readUInt16LE(6))]));
    const ask = async (request: Buffer) => {
      socket.write(request);
      const reply = await received.take(replySize);
      if (reply[0] !== 1) throw new RangeError('refused');
      return reply;
    };
    return await use({ root, ask });
  } finally {
    socket.destroy();
  }
}

/** The bytes from the server, taken in order by one reader. */
class Received {
  #data = Buffer.alloc(0);
  #hasEnded = false;
  #changed: () => void = () => {};

  add(data: Buffer): void {
    this.#data = Buffer.concat([this.#data, data]);
    this.#changed();
  }

  end(): void {
    this.#hasEnded = true;
    this.#changed();
  }

  /** Resolves to the next `size` bytes; rejects if the connection ends before that. */
  async take(size: number): Promise<Buffer> {
    while (this.#data.length < size) {
      if (this.#hasEnded) throw new RangeError('ended');
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
    const taken = this.#data.subarray(0, size);
    this.#data = this.#data.subarray(size);
    return taken;
  }
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

/**
 * The root window of the first screen, which follows the vendor's name and the pixmap formats. Throws if it is missing.
 */
function firstRoot(setup: Buffer): number {
  return setup.readUInt32LE(40 + 4 * Math.ceil(setup.readUInt16LE(24) / 4) + 8 * setup.readUInt8(29));
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

/** Returns the bytes filled up to whole units of four. */
export function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
