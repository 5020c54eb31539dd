import { computed, signal } from '@preact/signals';
import type { Instant } from '../../src/domain/time.ts';

const tick = 1_000;

/** UTC, moving on every second while the window can be seen. */
export const now = signal<Instant>(Date.now());

/** The same for what is told in minutes: moves every 15 s, so that long lists stay still in between. */
export const slowNow = computed<Instant>(() => now.value - (now.value % (15 * tick)));

/** How far the main process is ahead of this page's clock, ms: both read the same one, but the demo may run its own. */
let ahead = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes over the main process's time, UTC. */
export function setClock(at: Instant): void {
  ahead = at - Date.now();
  now.value = at;
}

/** Lets the clock run while the window can be seen and stand still while it cannot. */
export function startClock(): void {
  document.addEventListener('visibilitychange', run);
  run();
}

function run(): void {
  clearTimeout(timer);
  if (document.visibilityState !== 'visible') return;
  now.value = Date.now() + ahead;
  timer = setTimeout(run, tick);
}
