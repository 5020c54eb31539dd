import { computed, signal } from '@preact/signals';
import type { Instant } from '../../src/domain/time.ts';

/** The current time (UTC), updated every second while the window is visible. */
export const now = signal<Instant>(Date.now());

/** Like `now`, but updated every 15 s, for texts in minutes: long lists need no redraw in between. */
export const slowNow = computed<Instant>(() => now.value - (now.value % 15_000));

/** How far the main process is ahead of this page's clock, ms: usually 0, but the demo may have its own clock. */
let ahead = 0;

/** Adopts the main process's time, UTC. */
export function setClock(at: Instant): void {
  ahead = at - Date.now();
  now.value = at;
}

/** Reads the time again. */
export function readClock(): void {
  now.value = Date.now() + ahead;
}
