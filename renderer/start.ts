import { signal } from '@preact/signals';
import type { Intent } from '../src/contract/contract.ts';
import { receive, receiveChange } from './state/fleet.ts';
import { follow } from './state/screen.ts';
import { startClock } from './state/start-clock.ts';

/** Whether the first snapshot couldn't be loaded. */
export const startFailed = signal(false);

let listening = false;

/** What the window was opened for; kept if the start fails. */
let intent: Intent | null = null;

let intentTaken: Promise<void> = Promise.resolve();

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
    intentTaken = bridge.request('take-intent').then((taken) => {
      intent = taken ?? intent;
    });
    await receiveAll();
  } catch {
    startFailed.value = true;
  }
}

/**
 * Fills the window on the screen that it was opened for, at once: an intent that came after the first picture would
 * undo the first click. Rejects if there is no response.
 */
async function receiveAll(): Promise<void> {
  const [snapshot] = await Promise.all([window.octoglance.request('get-snapshot'), intentTaken]);
  receive(snapshot);
  if (intent !== null) follow(intent);
  intent = null;
}
