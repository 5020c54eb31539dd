import { signal } from '@preact/signals';
import { startClock } from './state/clock.ts';
import { receive } from './state/fleet.ts';
import { follow } from './state/screen.ts';

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
      bridge.on('snapshot', receive);
      bridge.on('intent', follow);
      startClock();
      listening = true;
    }
    receive(await bridge.request('get-snapshot'));
    const intent = await bridge.request('take-intent');
    if (intent !== null) follow(intent);
  } catch {
    startFailed.value = true;
  }
}
