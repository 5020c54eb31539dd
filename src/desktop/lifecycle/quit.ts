import { spawn } from 'node:child_process';
import { app } from 'electron';
import { hangupEndsApp } from '../../startup/hangup.ts';

/** The longest the end of the app waits for `finish`, in milliseconds; a session that ends does not wait forever. */
const timeLimit = 1_500;

/** Ends the app in an orderly way. */
export function quitApp(): void {
  app.quit();
}

/**
 * Runs `finish` once before the app ends, however that came about: the menu, a signal, the end of the session. When
 * `finish` says false, something cannot be ended in an orderly way: a keychain call whose unlock prompt stands open
 * blocks every ordinary exit (seen on Electron 33), so the process ends itself.
 */
export function finishBeforeQuit(finish: () => Promise<boolean>): void {
  // Electron's own handler is lost when a library listens for the same signal, if only for a moment.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());
  const endsOnHangup = hangupEndsApp();
  process.on('SIGHUP', () => {
    if (endsOnHangup) app.quit();
  });
  let finished = false;
  app.on('before-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    const limit = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), timeLimit));
    void Promise.race([finish().catch(() => false), limit]).then((orderly) => {
      finished = true;
      if (!orderly) process.kill(process.pid, 'SIGKILL');
      // Registered now, it comes after what a downloaded update does at that moment.
      if (process.platform === 'linux') app.once('quit', endWithoutWaiting);
      // Quitting a second time would close an open window and then forget, seen on 33, that the app was to end.
      app.exit();
    });
  });
}

/** Node's own end of the process, which is not in its types. Electron has put another one in the place of `process.exit`. */
interface WithEnd {
  readonly reallyExit?: (code: number) => void;
}

/** Polls whether the process whose id is `$0` has ended, and ends it after 2 s; where nothing can wait, it ends nothing. */
const overseer =
  'for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.2 || exit 0; [ -d "/proc/$0" ] || exit 0; done; kill -9 "$0"';

/**
 * Everything is saved and every window closed: what is left is Chromium's own end, which waits without limit for its
 * connections to the system's and the session's bus, and Node's, which waits for every name that is still being looked up. On
 * a bus that hangs or without a network, as at the end of a session, the process would stay for minutes or forever (seen
 * on Electron 33). Chromium's is left out; what holds up Node's ends after 2 s, from outside, for nothing of ours runs then.
 */
function endWithoutWaiting(): void {
  process.emit('exit', 0);
  // The user's PATH may lead to no `sleep`, or be missing.
  const env = { PATH: ['/usr/bin', '/bin', process.env['PATH']].filter(Boolean).join(':') };
  const child = spawn('/bin/sh', ['-c', overseer, String(process.pid)], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
    env,
  });
  child.on('error', () => {});
  (process as WithEnd).reallyExit?.(0);
}
