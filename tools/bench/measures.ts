import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../src/demo/simulator.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { Tray } from '../../test/support/desktop/tray.ts';
import { debuggingPipe, PageTiming } from './page-timing.ts';
import { memoryBytes, rendererCount, usage, usedBetween } from './process-tree.ts';
import { end, type Started, type StartOptions, type Subject, start } from './subject.ts';
import type { TrayWatch } from './tray-watch.ts';
import { allPrintsAsked, printerNames } from './warm-profile.ts';
import type { WindowWatch } from './window-watch.ts';

/** The environment of the measurements. */
export interface Place {
  readonly desktop: Desktop;
  readonly tray: TrayWatch;
  readonly windows: WindowWatch;
  readonly simulator: Simulator;
}

/** How long to wait before reading an app's memory after its start and after its window was closed. */
const settle = { afterStart: 10_000, afterWindow: 30_000 } as const;

/**
 * When a minute of an idle app begins, in milliseconds since its start: until `quiet`, Chromium does background work of
 * its own, and until `settled` the remaining time of prints settles, with which the tray changes; see
 * docs/performance.md.
 */
export const idleFrom = { quiet: 45_000, settled: 240_000 } as const;
const idleOver = 60_000;

const mebibyte = 1024 * 1024;

/** From creating the process to the icon in the tray, in milliseconds. */
export async function measureStart(app: Subject, { tray }: Place): Promise<number> {
  const started = await start(app, tray);
  // An app ended during its start may leave work in its profile for the next start.
  await sleep(1_500);
  await end(started);
  return started.startMs;
}

/**
 * Memory in MiB before the window is first opened and after it was opened and closed, and the number of renderer
 * processes then.
 */
export async function measureMemory(app: Subject, place: Place) {
  return whileRunning(app, place, async ({ id }) => {
    await sleep(settle.afterStart);
    const before = memoryBytes(id) / mebibyte;
    const { window } = await openWindow(place);
    await sleep(3_000);
    await place.windows.close(window);
    await sleep(settle.afterWindow);
    return { before, after: memoryBytes(id) / mebibyte, renderers: rendererCount(id) };
  });
}

/** Memory in MiB with the window never opened, while prints are being watched. */
export async function measurePrintMemory(app: Subject, place: Place): Promise<number> {
  const from = place.simulator.pluginLog.length;
  return whileRunning(app, place, async ({ id }) => {
    await allPrintsAsked(place.simulator, from);
    await sleep(settle.afterStart);
    return memoryBytes(id) / mebibyte;
  });
}

/**
 * From the click on the icon until the window is on the screen with its content painted, in milliseconds: for the first
 * window since the start, and for two later ones.
 */
export async function measureWindow(app: Subject, place: Place) {
  const milliseconds: number[] = [];
  await whileRunning(
    app,
    place,
    async (started) => {
      const timing = new PageTiming(started.process);
      await sleep(3_000);
      for (let opening = 0; opening < 3; opening += 1) {
        const { window, startedAt, shown } = await openWindow(place);
        const painted = await timing.contentPainted(app.content);
        milliseconds.push(Math.max(painted, shown) - startedAt);
        await sleep(500);
        await place.windows.close(window);
        await sleep(500);
      }
    },
    debuggingPipe,
  );
  const [first = Number.NaN, ...later] = milliseconds;
  return { first, later };
}

/** From a response that changes the tray until the desktop is notified of the new icon, in milliseconds, 20 times. */
export async function measureAnswerToTray(app: Subject, place: Place): Promise<readonly number[]> {
  const hurry = { env: { OCTOGLANCE_POLL_SECONDS: '1', OCTOGLANCE_GRACE_SECONDS: '1800' } };
  const [name] = printerNames;
  const printer = place.simulator.printer(name);
  const milliseconds: number[] = [];
  await whileRunning(
    app,
    place,
    async () => {
      await sleep(5_000);
      for (let change = 0; change < 20; change += 1) {
        const picture = place.tray.nextPicture();
        const before = place.simulator.log.length;
        printer.set({ link: change % 2 === 0 ? 'down' : 'up' });
        const changed = await picture;
        const answered = place.simulator.log.slice(before).find((one) => one.printer === name);
        if (answered === undefined) throw new Error('The tray changed although nothing was answered.');
        milliseconds.push(changed - (answered.at - performance.timeOrigin));
      }
    },
    hurry,
  );
  return milliseconds;
}

/** A minute of an app that is left alone. */
export interface IdleMinute {
  readonly app: Subject;
  readonly from: (typeof idleFrom)[keyof typeof idleFrom];
}

/**
 * Starts all the apps side by side, and returns for each of the minutes in which percentage of one core its app used,
 * and how many wake-ups per second.
 */
export async function measureIdle(minutes: readonly IdleMinute[], place: Place) {
  const running = new Map<Subject, Started>();
  try {
    for (const app of new Set(minutes.map((one) => one.app))) running.set(app, await start(app, place.tray));
    return await Promise.all(
      minutes.map(async ({ app, from }) => {
        const id = running.get(app)?.id ?? 0;
        await sleep(from);
        const before = usage(id);
        await sleep(idleOver);
        const used = usedBetween(before, usage(id));
        return { percent: used.nanoseconds / idleOver / 10_000, wakeUps: (used.wakeUps / idleOver) * 1_000 };
      }),
    );
  } finally {
    for (const one of running.values()) await end(one);
  }
}

/** Clicks the icon and waits for the window; times in milliseconds. */
export async function openWindow({ desktop, windows }: Place) {
  const tray = await Tray.find(desktop);
  const before = windows.windows;
  const startedAt = performance.now();
  await tray.activate();
  const { window, at: shown } = await windows.opened(before);
  tray.close();
  return { window, startedAt, shown };
}

async function whileRunning<Result>(
  app: Subject,
  place: Place,
  measure: (started: Started) => Promise<Result>,
  options?: StartOptions,
): Promise<Result> {
  const started = await start(app, place.tray, options);
  try {
    return await measure(started);
  } finally {
    await end(started);
  }
}
