import {
  chmodSync,
  type FSWatcher,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  watch,
} from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { basename, dirname } from 'node:path';
import { type Launch, launchResponses, type SocketRequest, type TerminalAction } from './exchange.ts';
import { type BeginWatching, letWatch } from './let-watch.ts';
import type { ActionResponse, StatusResponse } from './read-exchange.ts';
import { makeOurs, type SocketPlaces } from './socket-path.ts';

/** The running app's handlers for requests. */
export interface RequestHandlers {
  readonly status: () => StatusResponse;
  /** Never rejects. */
  readonly act: (action: TerminalAction) => Promise<ActionResponse>;
  readonly watch: BeginWatching;
}

/** How long a client may take to send its request, and then to read the response, in milliseconds. */
const timeLimit = 5_000;

/** How many clients may watch the status, each for as long as it likes; further ones are disconnected. */
const mostWatching = 64;

/** How many other requests are read and answered at once, whoever watches; further ones are disconnected. */
const mostAtOnce = 64;

/**
 * The running app's socket: it serves the status and takes over further starts, only for this user. It shows other
 * starts that this app is running, and the kernel closes it with the process, however that ends. Requests that arrive
 * before `answer` wait for it.
 */
export class ProfileSocket {
  readonly #places: SocketPlaces;
  readonly #open = new Set<Socket>();
  #server: Server | null = null;
  #place: string | null = null;
  #watcher: FSWatcher | null = null;
  #handlers: RequestHandlers | null = null;
  #launch: ((launch: Launch) => void) | null = null;
  #waiting: (() => void)[] = [];
  #ending = false;
  #watching = 0;

  constructor(places: SocketPlaces) {
    this.#places = places;
  }

  /**
   * Listens at the best place available, immediately. An existing socket there is left over from an app that was
   * killed; the caller has checked that. Returns whether any place could be used.
   */
  listen(): boolean {
    for (const socketPath of this.#places.toListen) {
      const server = this.#listenAt(socketPath);
      if (server === null) continue;
      this.#server = server;
      this.#place = socketPath;
      this.#watch(socketPath);
      return true;
    }
    return false;
  }

  answer(handlers: RequestHandlers): void {
    this.#handlers = handlers;
    this.#catchUp();
  }

  onLaunch(launch: (launch: Launch) => void): void {
    this.#launch = launch;
    this.#catchUp();
  }

  /** Makes further starts wait for this app to quit, and then take its place. */
  ending(): void {
    this.#ending = true;
    this.#catchUp();
  }

  /** Frees the place for the next start. */
  close(): void {
    this.#watcher?.close();
    this.#server?.close();
    this.#server = null;
    for (const socket of this.#open) socket.destroy();
    if (isLink(this.#places.own)) rmSync(this.#places.own, { force: true });
    try {
      if (this.#place !== null && this.#place !== this.#places.own) rmdirSync(dirname(this.#place));
    } catch {
      // It contains something else of this profile.
    }
    this.#place = null;
  }

  #listenAt(socketPath: string): Server | null {
    const server = createServer((socket) => this.#take(socket));
    server.maxConnections = mostWatching + mostAtOnce;
    // Whether it listens is checked below.
    server.on('error', () => {});
    const isPipe = socketPath.startsWith('\\\\.\\pipe\\');
    try {
      if (!isPipe && socketPath !== this.#places.own && !makeOurs(dirname(socketPath))) return null;
      if (!isPipe) rmSync(socketPath, { force: true });
      // The socket must be closed to other users from the moment it exists.
      const before = process.umask(0o177);
      // Exclusive: with NODE_UNIQUE_ID in the environment, Node would leave the listening to a parent process.
      server.listen({ path: socketPath, exclusive: true });
      process.umask(before);
      if (!server.listening) return null;
      if (!isPipe) chmodSync(socketPath, 0o600);
      if (!isPipe && socketPath !== this.#places.own) this.#leadTo(socketPath);
      return server.unref();
    } catch {
      server.close();
      return null;
    }
  }

  /** Creates a link to the socket in the profile; if that isn't possible, the other places are searched. */
  #leadTo(socketPath: string): void {
    const { own } = this.#places;
    try {
      const staged = `${own}.${process.pid}`;
      rmSync(staged, { force: true });
      symlinkSync(socketPath, staged);
      renameSync(staged, own);
    } catch {
      // The profile isn't writable.
    }
  }

  /** Recreates a socket that was deleted: without it another start wouldn't find this app. */
  #watch(socketPath: string): void {
    if (socketPath.startsWith('\\\\.\\pipe\\')) return;
    try {
      this.#watcher = watch(dirname(socketPath), { persistent: false }, (_event, name) => {
        if (name !== null && name !== basename(socketPath) && name !== basename(dirname(socketPath))) return;
        if (this.#server !== null && lstatSync(socketPath, { throwIfNoEntry: false }) === undefined)
          this.#restore(socketPath);
      });
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // The socket can't be watched, but it works.
    }
  }

  #restore(socketPath: string): void {
    this.#watcher?.close();
    // Closing removes whatever is at the place, so it comes first.
    this.#server?.close();
    try {
      mkdirSync(dirname(socketPath), { recursive: true, mode: 0o700 });
    } catch {
      // The next place is tried.
    }
    this.listen();
  }

  #take(socket: Socket): void {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.setTimeout(timeLimit, () => socket.destroy());
    socket.setEncoding('utf8');
    // The client is gone: nothing is left to do.
    socket.on('error', () => socket.destroy());
    // Loaded for the first client, because every start would have to wait for it. Until then nothing is read.
    void import('./read-exchange.ts').then(
      ({ readRequest }) => this.#read(socket, readRequest),
      () => socket.destroy(),
    );
  }

  #read(socket: Socket, readRequest: (text: string) => SocketRequest | 'more' | 'wrong'): void {
    let text = '';
    socket.on('data', (part: string) => {
      text += part;
      const request = readRequest(text);
      if (request === 'wrong') socket.destroy();
      // From now on the client waits, and the app may take its time.
      else if (request !== 'more') this.#wait(() => this.#answerTo(socket.setTimeout(0), request));
    });
  }

  /** Returns whether the request could be answered. */
  #answerTo(socket: Socket, request: SocketRequest): boolean {
    if (request.asks === 'launch') return this.#takeLaunch(socket, request.launch);
    const handlers = this.#handlers;
    if (handlers === null) return false;
    switch (request.asks) {
      case 'status':
        socket.setTimeout(timeLimit).end(`${JSON.stringify(handlers.status())}\n`);
        return true;
      case 'action':
        void handlers
          .act(request.action)
          .then((response) => socket.setTimeout(timeLimit).end(`${JSON.stringify(response)}\n`));
        return true;
      case 'watch':
        this.#letWatch(socket, () => letWatch(socket, request.as, handlers.watch));
        return true;
    }
  }

  #letWatch(socket: Socket, begin: () => void): void {
    if (this.#watching === mostWatching) {
      socket.destroy();
      return;
    }
    this.#watching += 1;
    socket.on('close', () => {
      this.#watching -= 1;
    });
    begin();
  }

  #takeLaunch(socket: Socket, launch: Launch): boolean {
    if (this.#ending) socket.setTimeout(timeLimit).end(launchResponses.ending);
    else if (this.#launch === null) return false;
    else {
      this.#launch(launch);
      socket.setTimeout(timeLimit).end(launchResponses.taken);
    }
    return true;
  }

  #wait(handle: () => boolean): void {
    if (!handle()) this.#waiting.push(() => this.#wait(handle));
  }

  #catchUp(): void {
    for (const waiting of this.#waiting.splice(0)) waiting();
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
