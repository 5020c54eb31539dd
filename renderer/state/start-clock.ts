import { readClock } from './clock.ts';

const tick = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs the clock while the window is visible. */
export function startClock(): void {
  document.addEventListener('visibilitychange', run);
  run();
}

function run(): void {
  clearTimeout(timer);
  if (document.visibilityState !== 'visible') return;
  readClock();
  timer = setTimeout(run, tick);
}
