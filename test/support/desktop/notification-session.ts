import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { SessionBus } from '../../../src/dbus/session-bus.ts';
import { DbusNotifier } from '../../../src/desktop/notifications/dbus-notifier.ts';
import type { NotifierTimes } from '../../../src/desktop/notifications/notifier-limits.ts';
import type { DesktopSession } from './keychain-session.ts';

const program = resolve(import.meta.dirname, 'notification-server.mjs');

export interface NotifyCall {
  readonly id: number;
  readonly replaces: number;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
  readonly expires: number;
}

/** A notification server in a process of its own. */
export class ServerProcess {
  readonly shown: NotifyCall[] = [];
  readonly closed: number[] = [];
  readonly ready: Promise<void>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #echoes: (() => void)[] = [];

  constructor(session: DesktopSession, args: readonly string[] = []) {
    this.#child = session.start(process.execPath, [program, ...args]);
    let isReady = () => {};
    this.ready = new Promise((done) => {
      isReady = done;
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const { call, ...rest } = JSON.parse(line);
      if (call === 'Notify') this.shown.push(rest);
      else if (call === 'CloseNotification') this.closed.push(rest.id);
      else if (call === 'echo') this.#echoes.shift()?.();
      else isReady();
    });
  }

  get summaries(): readonly string[] {
    return this.shown.map(({ summary }) => summary);
  }

  tell(what: object): void {
    this.#child.stdin.write(`${JSON.stringify(what)}\n`);
  }

  /**
   * Waits until all is noted here that it was asked before: its answer on the bus comes another way, and may come before what
   * it wrote. It has to be running.
   */
  noted(): Promise<void> {
    const echoed = new Promise<void>((done) => this.#echoes.push(done));
    this.tell({ do: 'echo' });
    return echoed;
  }

  /** It owns its name and never answers. */
  hang(): void {
    this.#child.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  async die(): Promise<void> {
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}

export async function startServer(session: DesktopSession, args: readonly string[] = []): Promise<ServerProcess> {
  const server = new ServerProcess(session, args);
  await server.ready;
  return server;
}

/** The app's notifier on the session's bus, ended after the test. */
export function notifierOn(session: DesktopSession, times: Partial<NotifierTimes> = {}) {
  const bus = new SessionBus(session.environment['DBUS_SESSION_BUS_ADDRESS']);
  onTestFinished(() => bus.close());
  const pixels = Buffer.alloc(48 * 48 * 4, 200);
  const tokens: (string | null)[] = [];
  const notifier = new DbusNotifier({
    bus,
    picture: () => ({ width: 48, height: 48, pixels }),
    openLabel: () => 'Open',
    activated: (token) => tokens.push(token),
    times: { answer: 1_500, show: 1_000, retry: 500, ...times },
  });
  return { bus, notifier, tokens };
}
