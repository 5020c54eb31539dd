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
import {
  type ActionAnswer,
  type Launch,
  launchAnswers,
  type Question,
  readQuestion,
  type StatusAnswer,
  type TerminalAction,
} from './exchange.ts';
import { type BeginWatching, letWatch } from './let-watch.ts';
import { makeOurs, type SocketPlaces } from './socket-path.ts';

/** What the running app does for those who ask. */
export interface SocketAnswers {
  readonly status: () => StatusAnswer;
  /** Never rejects. */
  readonly act: (action: TerminalAction) => Promise<ActionAnswer>;
  readonly watch: BeginWatching;
}

/** How long somebody may take to ask, and then to read, in milliseconds. */
const timeLimit = 5_000;

/** More wait in the system's own queue. */
const mostAtOnce = 64;

/**
 * The socket of the running app: it answers for the status and takes over what further starts want, from this user alone.
 * It is what tells another start that this app runs, and the kernel closes it with the process, however that ends. Who asks
 * before `answer` waits for it.
 */
export class ProfileSocket {
  readonly #places: SocketPlaces;
  readonly #open = new Set<Socket>();
  #server: Server | null = null;
  #place: string | null = null;
  #watcher: FSWatcher | null = null;
  #answers: SocketAnswers | null = null;
  #launch: ((launch: Launch) => void) | null = null;
  #waiting: (() => void)[] = [];
  #ending = false;

  constructor(places: SocketPlaces) {
    this.#places = places;
  }

  /**
   * Takes the best place that can be had, at once; what lies there already is left from an app that was killed. The caller
   * has made sure of that. Returns whether there is one.
   */
  listen(): boolean {
    for (const place of this.#places.toListen) {
      const server = this.#listenAt(place);
      if (server === null) continue;
      this.#server = server;
      this.#place = place;
      this.#watch(place);
      return true;
    }
    return false;
  }

  answer(answers: SocketAnswers): void {
    this.#answers = answers;
    this.#catchUp();
  }

  onLaunch(launch: (launch: Launch) => void): void {
    this.#launch = launch;
    this.#catchUp();
  }

  /** From now on further starts wait for the end of this app, to take its place. */
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
      // Something else of this profile is in it.
    }
    this.#place = null;
  }

  #listenAt(place: string): Server | null {
    const server = createServer((socket) => this.#take(socket));
    server.maxConnections = mostAtOnce;
    // Whether it listens is asked below.
    server.on('error', () => {});
    const isPipe = place.startsWith('\\\\.\\pipe\\');
    try {
      if (!isPipe && place !== this.#places.own && !makeOurs(dirname(place))) return null;
      if (!isPipe) rmSync(place, { force: true });
      // What a socket may not have is nobody else's, from its first moment on.
      const before = process.umask(0o177);
      server.listen(place);
      process.umask(before);
      if (!server.listening) return null;
      if (!isPipe) chmodSync(place, 0o600);
      if (!isPipe && place !== this.#places.own) this.#leadTo(place);
      return server.unref();
    } catch {
      server.close();
      return null;
    }
  }

  /** Leaves a link in the profile; where that takes none, the other places are looked through. */
  #leadTo(place: string): void {
    const { own } = this.#places;
    try {
      const staged = `${own}.${process.pid}`;
      rmSync(staged, { force: true });
      symlinkSync(place, staged);
      renameSync(staged, own);
    } catch {
      // A profile that cannot be written to.
    }
  }

  /** A socket that somebody cleaned away is put back: without it another start would not find this app. */
  #watch(place: string): void {
    if (place.startsWith('\\\\.\\pipe\\')) return;
    try {
      this.#watcher = watch(dirname(place), { persistent: false }, (_event, name) => {
        if (name !== null && name !== basename(place) && name !== basename(dirname(place))) return;
        if (this.#server !== null && lstatSync(place, { throwIfNoEntry: false }) === undefined) this.#restore(place);
      });
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // No watch to be had; the socket is there.
    }
  }

  #restore(place: string): void {
    this.#watcher?.close();
    // Closing removes what is at the place, so it comes first.
    this.#server?.close();
    try {
      mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    } catch {
      // The next place is tried.
    }
    this.listen();
  }

  #take(socket: Socket): void {
    let asked = '';
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.setTimeout(timeLimit, () => socket.destroy());
    socket.setEncoding('utf8');
    // Whoever asked has gone: nothing is left to do.
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: string) => {
      asked += part;
      const question = readQuestion(asked);
      if (question === 'wrong') socket.destroy();
      else if (question !== 'more') this.#wait(() => this.#answerTo(socket, question));
    });
  }

  /** Returns whether it could be answered. */
  #answerTo(socket: Socket, question: Question): boolean {
    if (question.asks === 'launch') return this.#takeLaunch(socket, question.launch);
    const answers = this.#answers;
    if (answers === null) return false;
    switch (question.asks) {
      case 'status':
        socket.end(`${JSON.stringify(answers.status())}\n`);
        return true;
      case 'action':
        void answers.act(question.action).then((answer) => socket.end(`${JSON.stringify(answer)}\n`));
        return true;
      case 'watch':
        letWatch(socket, question.as, answers.watch);
        return true;
    }
  }

  #takeLaunch(socket: Socket, launch: Launch): boolean {
    if (this.#ending) socket.end(launchAnswers.ending);
    else if (this.#launch === null) return false;
    else {
      this.#launch(launch);
      socket.end(launchAnswers.taken);
    }
    return true;
  }

  #wait(answer: () => boolean): void {
    if (!answer()) this.#waiting.push(() => this.#wait(answer));
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
