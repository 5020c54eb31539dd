import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { buildIfStale } from '../../scripts/start/build.mjs';
import { startSimulator } from '../../src/demo/simulator.ts';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { until } from '../../test/support/desktop/processes.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { openWindow, type Place } from './measures.ts';
import { ownApp, ownElectron } from './own-copies.ts';
import { debuggingPipe, PageTiming } from './page-timing.ts';
import { pauseActions } from './pause-actions.ts';
import { pauseMarks, plainTable, putBetweenMarks } from './report.ts';
import { end, type Started, start, subject } from './subject.ts';
import { TrayWatch } from './tray-watch.ts';
import { keepPrinters } from './warm-profile.ts';
import { WindowWatch } from './window-watch.ts';

/** Enough for a long menu and a long list. */
const printers = 60;

/** The longest pause that nobody notices, in milliseconds. */
const most = 50;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The longest delay of a timer in the app's main process, and in an idle thread beside it, in milliseconds. */
interface Pause {
  readonly pause: number;
  readonly others: number;
}

/** What pause-watch.cjs writes. */
interface Watched {
  readonly pauses: readonly (readonly [endedAt: number, length: number])[];
  readonly others: number;
}

/**
 * Measures how long the main process pauses at what users and desktops do, with 60 printers, and updates the list in
 * docs/performance.md. Throws if the app ends meanwhile.
 */
export async function benchPauses(root: string): Promise<void> {
  ensurePackages(say, ['x11-utils', 'xdotool']);
  await buildIfStale(root, say);
  const runtime = await electronExecutable({ say });
  const desktop = await startDesktop();
  const simulator = await startSimulator();
  try {
    const tray = await TrayWatch.on(desktop);
    const windows = await WindowWatch.on(desktop);
    const electron = ownElectron(runtime.path, desktop.home);
    const place = { desktop, windows, tray, simulator, electron, root };
    const folder = ownApp(root, desktop.home);
    const about = { name: 'OctoGlance', content: 'article', folder, electron } as const;
    const file = join(desktop.home, 'pauses.json');
    const app = subject(about, desktop, {
      OCTOGLANCE_ORIGIN: simulator.origin.origin,
      OCTOGLANCE_POLL_SECONDS: '5',
      OCTOGLANCE_GRACE_SECONDS: '5',
      ...watched(root, file),
    });
    const names = Array.from({ length: printers }, (_, index) => `Printer-${index + 1}`);
    await keepPrinters(desktop, app.profile, simulator, names, true);
    const rows: (readonly [what: string, pause: Pause])[] = [];
    const note = (what: string, pause: Pause) => {
      rows.push([what, pause]);
      say(`${what}: ${pause.pause.toFixed(0)} ms (beside it ${pause.others.toFixed(0)})`);
    };
    const started = await start(app, tray, debuggingPipe);
    const iconAt = Date.now();
    const timing = new PageTiming(started.process);
    const actions = pauseActions({ desktop, simulator, windows, timing, names, app, started, tray });
    for (const { what, act, wait = 2_500 } of actions) {
      await act();
      await sleep(wait);
      note(what, await readPause(started, file, iconAt));
    }
    await end(started);
    note('for comparison: the minimal app opens its window for the first time', await pauseOfBareWindow(place));
    tray.close();
    const page = join(root, 'docs/performance.md');
    const when = `One run with ${printers} printers, ${new Date().toISOString().slice(0, 10)}, Electron ${runtime.version}.`;
    const text = `\n${pauseTable(rows)}\n\n${when}\n`;
    writeFileSync(page, putBetweenMarks(readFileSync(page, 'utf8'), text, pauseMarks));
  } finally {
    await simulator.close();
    await desktop.stop();
  }
}

/** What Chromium itself takes for a window. */
async function pauseOfBareWindow(place: Place & { readonly electron: string; readonly root: string }): Promise<Pause> {
  const { desktop, tray, electron, root } = place;
  const file = join(desktop.home, 'bare-pauses.json');
  const about = { name: 'floor', content: 'p', folder: join(root, 'tools/bench/apps/bare'), electron } as const;
  const started = await start(subject(about, desktop, watched(root, file)), tray);
  const iconAt = Date.now();
  await sleep(3_000);
  await readPause(started, file, iconAt);
  await openWindow(place);
  await sleep(4_000);
  const pause = await readPause(started, file, iconAt);
  await end(started);
  return pause;
}

function watched(root: string, file: string): NodeJS.ProcessEnv {
  return {
    OCTOGLANCE_BENCH_PAUSES: file,
    NODE_OPTIONS: `--require=${join(root, 'tools/bench/pause-watch.cjs')}`,
  };
}

/** Returns the longest pause since the last reading that ended after `from` (UTC, ms). */
async function readPause({ process: child, id }: Started, file: string, from: number): Promise<Pause> {
  rmSync(file, { force: true });
  if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`);
  process.kill(id, 'SIGUSR2');
  const { pauses, others } = await until('the pauses', () => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Watched;
    } catch {
      return null;
    }
  });
  const lengths = pauses.filter(([endedAt]) => endedAt >= from).map(([, length]) => length);
  return { pause: Math.max(0, ...lengths), others };
}

/** A pause that an idle thread had as well is the computer's. */
function pauseTable(rows: readonly (readonly [what: string, pause: Pause])[]): string {
  const lines = rows.map(([what, { pause, others }]) => [
    what,
    `${pause.toFixed(0)} ms`,
    `${others.toFixed(0)} ms`,
    pause - others <= most ? 'met' : 'missed',
  ]);
  return plainTable(['what happens', 'longest pause', 'idle thread', `≤ ${most} ms`], lines);
}
