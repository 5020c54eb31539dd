import { app, powerMonitor } from 'electron';

/** Handlers for what the system does with the computer. */
export interface PowerListeners {
  readonly onSleep: () => void;
  readonly onWake: () => void;
  /**
   * The computer shuts down or the user logs off: the process may end at any moment. May come twice, or for nothing.
   */
  readonly onSessionEnd: () => void;
}

/**
 * Reports suspend, resume and the end of the session, which is never delayed. Linux doesn't always report resuming; the
 * monitor detects that itself. On Windows a session ends without the events of quitting, and only windows are notified.
 */
export function watchPower({ onSleep, onWake, onSessionEnd }: PowerListeners): void {
  powerMonitor.on('suspend', onSleep);
  powerMonitor.on('resume', onWake);
  if (process.platform !== 'win32') {
    // On Linux, Electron asks logind to wait for this listener, and no longer.
    powerMonitor.on('shutdown', onSessionEnd);
    return;
  }
  app.on('browser-window-created', (_event, window) => {
    window.on('query-session-end', onSessionEnd);
    window.on('session-end', onSessionEnd);
  });
}
