import { powerMonitor } from 'electron';

/** Reports suspend and resume. Linux doesn't always report resuming; the monitor detects that itself. */
export function watchPower(listeners: { readonly onSleep: () => void; readonly onWake: () => void }): void {
  powerMonitor.on('suspend', listeners.onSleep);
  powerMonitor.on('resume', listeners.onWake);
}
