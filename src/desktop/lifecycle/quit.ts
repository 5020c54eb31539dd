import { spawn } from 'node:child_process';
import { app } from 'electron';
import { hangupEndsApp } from '../../startup/hangup.ts';

/** How long quitting may wait for `finish`, in milliseconds; a session that ends doesn't wait forever. */
const timeLimit = 1_500;

/** How long Electron may take to close the windows and quit once everything is saved, in milliseconds. */
const closingLimit = 5_000;

/** Quits the app in an orderly way. */
export function quitApp(): void {
  app.quit();
}

/** Runs `last` when the app quits in an orderly way, once everything is closed and right before the process ends. */
export function afterQuitting(last: () => void): void {
  app.once('quit', last);
}

/**
 * Runs `finish` once before the app quits, for whatever reason: the menu, a signal, the end of the session. If `finish`
 * resolves to false, something can't be ended in an orderly way: a keychain call with an open unlock prompt blocks
 * every normal exit (seen on Electron 33), so the process kills itself.
 */
export function finishBeforeQuit(finish: () => Promise<boolean>): void {
  let begun = false;
  let finished = false;
  const begin = () => {
    // A signal may come more than once, and quitting may be asked for in several ways.
    if (begun) return;
    begun = true;
    const limit = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), timeLimit));
    void Promise.race([finish().catch(() => false), limit]).then((orderly) => {
      finished = true;
      if (!orderly) process.kill(process.pid, 'SIGKILL');
      // Registered this late, it runs after the handler that installs a downloaded update.
      if (process.platform === 'linux') app.once('quit', endWithoutWaiting);
      if (process.platform === 'linux') setTimeout(endAnyway, closingLimit);
      // Quitting a second time would close an open window and then forget to quit (seen on Electron 33).
      app.exit();
    });
  };
  const quit = () => {
    app.quit();
    // Electron ignores a request to quit while it is already quitting, even if that never ends.
    setTimeout(begin, timeLimit);
  };
  // Electron's own handler is lost once a library listens for the same signal, even briefly.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, quit);
  const endsOnHangup = hangupEndsApp();
  process.on('SIGHUP', () => {
    if (endsOnHangup) quit();
  });
  app.on('before-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    begin();
  });
}

/**
 * Everything is saved, but a window that is just opening, for one, keeps Electron from quitting. Its handlers of the
 * end still run, such as the one that installs a downloaded update; the last of them ends the process.
 */
function endAnyway(): void {
  try {
    app.emit('quit', {}, 0);
  } finally {
    endWithoutWaiting();
  }
}

/** Node's own process exit, which its types omit. Electron replaces `process.exit`. */
interface WithEnd {
  readonly reallyExit?: (code: number) => void;
}

/**
 * Polls whether the process with the id `$0` has ended, and kills it after 2 s. Does nothing if there is no `sleep`.
 */
const overseer =
  'for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.2 || exit 0; [ -d "/proc/$0" ] || exit 0; done; kill -9 "$0"';

/**
 * By now everything is saved and every window closed. What remains is Chromium's shutdown, which waits indefinitely for
 * its connections to the system and session bus, and Node's, which waits for every pending name lookup. With a hanging
 * bus or without a network, as at the end of a session, the process would stay for minutes or forever (seen on Electron
 * 33). So Chromium's shutdown is skipped, and a process outside kills a hanging Node after 2 s, when none of our code
 * runs any more.
 */
function endWithoutWaiting(): void {
  try {
    process.emit('exit', 0);
  } finally {
    oversee();
    (process as WithEnd).reallyExit?.(0);
  }
}

function oversee(): void {
  // The user's PATH may be unset or lack `sleep`.
  const env = { PATH: ['/usr/bin', '/bin', process.env['PATH']].filter(Boolean).join(':') };
  try {
    const child = spawn('/bin/sh', ['-c', overseer, String(process.pid)], {
      detached: true,
      stdio: 'ignore',
      cwd: '/',
      env,
    });
    child.on('error', () => {});
  } catch {
    // The system starts no more processes; Node ends all the same, unless something hangs.
  }
}
