import { app } from 'electron';
import { hangupEndsApp } from '../../startup/hangup.ts';

/** The longest the end of the app waits for `finish`, in milliseconds; a session that ends does not wait for ever. */
const patience = 1_500;

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
    const limit = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience));
    void Promise.race([finish().catch(() => false), limit]).then((orderly) => {
      finished = true;
      if (!orderly) process.kill(process.pid, 'SIGKILL');
      // Registered now, it comes after what a downloaded update does at that moment.
      if (process.platform === 'linux') app.once('quit', endWithoutChromium);
      // Quitting a second time would close an open window and then forget, seen on 33, that the app was to end.
      app.exit();
    });
  });
}

/** Node's own end of the process, which is not in its types. Electron has put another one in the place of `process.exit`. */
interface WithEnd {
  readonly reallyExit?: (code: number) => void;
}

/**
 * Everything is saved and every window closed: what is left is Chromium's own end, which waits without limit for its
 * connections to the system's and the session's bus. On one that hangs, as at the end of a session, the process would stay
 * for ever (seen on Electron 33, in its thread for Bluetooth).
 */
function endWithoutChromium(): void {
  process.emit('exit', 0);
  (process as WithEnd).reallyExit?.(0);
}
