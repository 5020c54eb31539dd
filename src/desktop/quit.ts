import { app } from 'electron';

/** The longest the end of the app waits for `finish`, in milliseconds; a session that ends does not wait for ever. */
const patience = 1_500;

/** Runs `finish` once before the app ends, however that came about: the menu, a signal, the end of the session. */
export function finishBeforeQuit(finish: () => Promise<unknown>): void {
  let finished = false;
  app.on('before-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    const limit = new Promise((resolve) => setTimeout(resolve, patience));
    void Promise.race([finish(), limit]).finally(() => {
      finished = true;
      // Quitting a second time would close an open window and then forget, seen on 33, that the app was to end.
      app.exit();
    });
  });
}
