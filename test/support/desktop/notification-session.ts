import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { SessionBus } from '../../../src/dbus/session-bus.ts';
import { DbusNotifier } from '../../../src/desktop/notifications/dbus-notifier.ts';
import type { NotifierTimes } from '../../../src/desktop/notifications/notifier-limits.ts';
import { onLine } from '../message-lines.mjs';
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

/** A notification server in a separate process. */
export class ServerProcess {
  readonly shown: NotifyCall[] = [];
  readonly closed: number[] = [];
  /** How many calls were refused as too many. */
  refused = 0;
  readonly ready: Promise<void>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #echoes: (() => void)[] = [];

  constructor(session: DesktopSession, args: readonly string[] = []) {
    this.#child = session.start(process.execPath, [program, ...args]);
    let isReady = () => {};
    this.ready = new Promise((done) => {
      isReady = done;
    });
    onLine(this.#child.stdout, (line) => {
      const { call, ...rest } = JSON.parse(line);
      if (call === 'Notify') this.shown.push(rest);
      else if (call === 'CloseNotification') this.closed.push(rest.id);
      else if (call === 'refused') this.refused += 1;
      else if (call === 'echo') this.#echoes.shift()?.();
      else isReady();
    });
  }

  get summaries(): readonly string[] {
    return this.shown.map(({ summary }) => summary);
  }

  notify(what: object): void {
    this.#child.stdin.write(`${JSON.stringify(what)}\n`);
  }

  /**
   * Waits until all earlier calls are recorded here: responses on the bus take another path and may arrive before the
   * server's output. The server has to be running.
   */
  noted(): Promise<void> {
    const echoed = new Promise<void>((done) => this.#echoes.push(done));
    this.notify({ do: 'echo' });
    return echoed;
  }

  /** Makes it hang: it owns its name but never responds. */
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

/** Creates the app's notifier on the session's bus; it is closed after the test. */
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
