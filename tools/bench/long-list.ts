import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../test/support/desktop/processes.mjs';
import { openWindow, type Place } from './measures.ts';
import type { PageTiming } from './page-timing.ts';
import { percentile } from './statistics.ts';
import { end, type Subject, start } from './subject.ts';

const openings = 5;
const changesEach = 4;

/** Runs in the page: mutes or unmutes a printer and returns how long it took until that was drawn, in milliseconds. */
const changeAndDraw = (row: number) => `new Promise((resolve) => {
  const article = document.querySelectorAll('article')[${row}];
  const at = performance.now();
  new MutationObserver((_changes, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - at)));
  }).observe(article, { subtree: true, childList: true });
  const muted = article.querySelector('.muted-mark') !== null;
  void window.octoglance.request('mute-printer', article.dataset.printer, !muted);
})`;

/** Runs in the page: the longest time between two frames while it scrolls to the end and back, in milliseconds. */
const worstFrame = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  let [last, worst] = [await frame(), 0];
  for (let step = 0; step < 60; step += 1) {
    scrollBy(0, step < 30 ? 400 : -400);
    const now = await frame();
    worst = Math.max(worst, now - last);
    last = now;
  }
  return worst;
})()`;

/** The window's response times: medians over several openings, in milliseconds. */
export interface LongList {
  /** From the request to the painted content. */
  readonly painted: number;
  /** From a change until it is drawn. */
  readonly changed: number;
  readonly worstFrame: number;
}

/** Opens the window of a running app several times; `timing` is connected to it. */
export async function measureLongList(place: Place, timing: PageTiming): Promise<LongList> {
  const painted: number[] = [];
  const changed: number[] = [];
  const frames: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    const { window, startedAt, shown } = await openWindow(place);
    painted.push(Math.max(await timing.contentPainted('article'), shown) - startedAt);
    // By then the rows after the first ones have been drawn.
    await sleep(3_000);
    for (let change = 0; change < changesEach; change += 1) {
      changed.push(await timing.inPage(changeAndDraw(change)));
      await sleep(300);
    }
    frames.push(await timing.inPage(worstFrame));
    await place.windows.close(window);
    await sleep(1_000);
  }
  const [middle, ofChange, ofFrame] = [painted, changed, frames].map((samples) => percentile(samples, 50));
  return { painted: middle ?? Number.NaN, changed: ofChange ?? Number.NaN, worstFrame: ofFrame ?? Number.NaN };
}

/** The delay of the app's event loop while it polls its printers for a minute, in milliseconds. */
export async function measureEventLoop(root: string, app: Subject, place: Pick<Place, 'tray' | 'desktop'>) {
  const file = join(place.desktop.home, 'event-loop-delay.json');
  const hook = join(root, 'tools/bench/event-loop-delay.cjs');
  // It may be there from the measurement with fewer printers.
  rmSync(file, { force: true });
  const env = { NODE_OPTIONS: `--require=${hook}`, OCTOGLANCE_BENCH_DELAY: file };
  const started = await start(app, place.tray, { env });
  try {
    await sleep(90_000);
    process.kill(started.id, 'SIGUSR2');
    const read = await until('the delays', () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as { p50: number; p99: number; max: number };
      } catch {
        return null;
      }
    });
    return { p50: read.p50 / 1e6, p99: read.p99 / 1e6, max: read.max / 1e6 };
  } finally {
    await end(started);
  }
}
