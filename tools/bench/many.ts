import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { buildIfStale } from '../../scripts/start/build.mjs';
import { startSimulator } from '../../src/demo/simulator.ts';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { until } from '../../test/support/desktop/processes.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { BareRequests, requestMeter } from './bare-requests.ts';
import { type LongList, measureEventLoop, measureLongList } from './long-list.ts';
import { costTable, goalTable } from './many-tables.ts';
import type { Place } from './measures.ts';
import { ownApp, ownElectron } from './own-copies.ts';
import { debuggingPipe, PageTiming } from './page-timing.ts';
import { memoryBytes } from './process-tree.ts';
import { manyMarks, putBetweenMarks } from './report.ts';
import { end, type Subject, start, subject } from './subject.ts';
import { TrayWatch } from './tray-watch.ts';
import { keepPrinters } from './warm-profile.ts';
import { WindowWatch } from './window-watch.ts';

const counts = [5, 10, 100, 1_000, 2_000, 10_000];
const withWindow: readonly number[] = [10, 1_000];
const withDelay: readonly number[] = [1_000, 10_000];

/** How long the app is left alone after its first round of requests and its first writes, in milliseconds. */
const settle = 30_000;

/** Two rounds of requests at intervals of a minute, which jitter prolongs by up to 5 %; in milliseconds. */
const over = 123_000;

const mebibyte = 1024 * 1024;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The cost of a number of printers. */
export interface Cost {
  readonly count: number;
  /** Percent of one core. */
  readonly percent: number;
  /**
   * Processor time of all the app's processes per request, including everything that follows from it, in milliseconds.
   */
  readonly perPoll: number;
  /** The same of a bare request at the same time, in milliseconds; null if not measured. */
  readonly bare: number | null;
  /** In MiB. */
  readonly memory: number;
  /** Null if the window was not opened. */
  readonly list: LongList | null;
}

/**
 * Measures OctoGlance with few and with many printers, each polled once a minute, and updates the tables for many
 * printers in docs/performance.md. Throws if the app doesn't poll all of them.
 */
export async function benchMany(root: string): Promise<void> {
  ensurePackages(say, ['x11-utils', 'xdotool']);
  await buildIfStale(root, say);
  const runtime = await electronExecutable({ say });
  const desktop = await startDesktop();
  try {
    const tray = await TrayWatch.on(desktop);
    const windows = await WindowWatch.on(desktop);
    const about = {
      name: 'OctoGlance',
      content: 'article',
      folder: ownApp(root, desktop.home),
      electron: ownElectron(runtime.path, desktop.home),
    } as const;
    const asking = subject({ ...about, folder: join(root, 'tools/bench/apps/asking') }, desktop);
    const costs: Cost[] = [];
    const late = new Map<number, number>();
    for (const count of counts) {
      const simulator = await startSimulator();
      const app = subject(about, desktop, { OCTOGLANCE_ORIGIN: simulator.origin.origin });
      const names = Array.from({ length: count }, (_, index) => `Printer-${index + 1}`);
      await keepPrinters(desktop, app.profile, simulator, names);
      const beside = count === 1_000 ? await BareRequests.start(asking, tray) : null;
      const cost = await costOf(count, app, { desktop, tray, windows, simulator }, beside);
      say(JSON.stringify(cost));
      costs.push(cost);
      if (withDelay.includes(count)) {
        const delay = await measureEventLoop(root, app, { tray, desktop });
        say(`The event loop's delay: ${JSON.stringify(delay)}`);
        late.set(count, delay.p99);
      }
      await simulator.close();
    }
    tray.close();
    const page = join(root, 'docs/performance.md');
    const when = `One run, ${new Date().toISOString().slice(0, 10)}, Electron ${runtime.version}.`;
    const text = `\n${[costTable(costs), goalTable(costs, late), when].join('\n\n')}\n`;
    writeFileSync(page, putBetweenMarks(readFileSync(page, 'utf8'), text, manyMarks));
  } finally {
    await desktop.stop();
  }
}

/** A new profile gets a history file for each printer once, a minute after the first response: not a usual minute. */
function hasHistories(profile: string, count: number): boolean {
  const folder = join(profile, 'history');
  return existsSync(folder) && readdirSync(folder).filter((name) => name.endsWith('.jsonl')).length >= count;
}

/** `beside` is an app to be compared, measured at the same time: what a request costs varies within minutes. */
async function costOf(
  count: number,
  app: Subject & { readonly profile: string },
  place: Place,
  beside: BareRequests | null,
): Promise<Cost> {
  const { simulator } = place;
  const started = await start(app, place.tray, debuggingPipe);
  try {
    const requested = new Set<string | null>();
    await until(
      'all printers to be asked about',
      () => {
        for (const { printer } of simulator.log) requested.add(printer);
        return requested.size >= count;
      },
      120_000 + count * 100,
    );
    await until('all histories to be written', () => hasHistories(app.profile, count), 120_000 + count * 100);
    await sleep(settle);
    const meter = requestMeter(started.id, simulator);
    const other = beside?.meter();
    await sleep(over);
    const [nanoseconds, perPoll, bare] = [meter.nanoseconds(), meter.each(), other?.each() ?? null];
    await beside?.end();
    return {
      count,
      percent: nanoseconds / over / 10_000,
      perPoll,
      bare,
      memory: memoryBytes(started.id) / mebibyte,
      list: withWindow.includes(count) ? await measureLongList(place, new PageTiming(started.process)) : null,
    };
  } finally {
    await end(started);
  }
}
