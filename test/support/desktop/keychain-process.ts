import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import type { KeychainCommand } from '../keychain/keychain-driver.ts';
import { onLine } from '../message-lines.mjs';
import type { DesktopSession } from './keychain-session.ts';

/** The app's keychain in a separate process within the session. */
export class KeychainProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly #session: DesktopSession;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #number = 0;

  constructor(session: DesktopSession, driver: string) {
    this.#session = session;
    this.child = session.start(process.execPath, [driver]);
    this.exit = once(this.child, 'exit').then(([code, signal]) => ({ code, signal }));
    onLine(this.child.stdout, (line) => {
      const { number, result } = JSON.parse(line);
      if (result?.kind !== 'found') this.#session.note(line);
      this.#waiting.get(number)?.resolve(result);
      this.#waiting.delete(number);
    });
    void this.exit.then(({ code, signal }) => {
      const ended = new Error(`The keychain's process ended (${signal ?? `code ${code}`}). ${session.output}`);
      for (const { reject } of this.#waiting.values()) reject(ended);
    });
  }

  send(command: KeychainCommand): Promise<unknown> {
    this.#number += 1;
    const number = this.#number;
    const answered = new Promise<unknown>((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
    // Some tests end while a call is still waiting.
    answered.catch(() => undefined);
    this.child.stdin.write(`${JSON.stringify({ number, command })}\n`);
    return answered;
  }
}
