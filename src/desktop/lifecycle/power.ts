import { powerMonitor } from 'electron';

/** Tells of sleep and wake. Linux does not always tell of waking; the monitor notices that by itself. */
export function watchPower(listeners: { readonly onSleep: () => void; readonly onWake: () => void }): void {
  powerMonitor.on('suspend', listeners.onSleep);
  powerMonitor.on('resume', listeners.onWake);
}
