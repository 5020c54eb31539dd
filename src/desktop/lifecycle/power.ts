import { powerMonitor } from 'electron';

/** Reports sleep and wake. Linux does not always report waking; the monitor notices that on its own. */
export function watchPower(listeners: { readonly onSleep: () => void; readonly onWake: () => void }): void {
  powerMonitor.on('suspend', listeners.onSleep);
  powerMonitor.on('resume', listeners.onWake);
}
