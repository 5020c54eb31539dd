import { signal } from '@preact/signals';
import { receive, receiveChange } from './state/fleet.ts';
import { follow } from './state/screen.ts';
import { startClock } from './state/start-clock.ts';

/** Whether the first snapshot couldn't be loaded. */
export const startFailed = signal(false);

let listening = false;

/**
 * Fills the window: subscribes to changes first, so that none is missed, then requests the first snapshot. Never
 * rejects.
 */
export async function start(): Promise<void> {
  startFailed.value = false;
  try {
    const bridge = window.octoglance;
    if (!listening) {
      bridge.on('change', (change) => {
        if (!receiveChange(change)) void receiveAll().catch(() => {});
      });
      bridge.on('intent', follow);
      startClock();
      listening = true;
    }
    await receiveAll();
    const intent = await bridge.request('take-intent');
    if (intent !== null) follow(intent);
  } catch {
    startFailed.value = true;
  }
}

/** Rejects if there is no response. */
async function receiveAll(): Promise<void> {
  receive(await window.octoglance.request('get-snapshot'));
}
