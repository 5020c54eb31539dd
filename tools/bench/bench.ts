import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { buildIfStale } from '../../scripts/start/build.mjs';
import { type Simulator, startSimulator } from '../../src/demo/simulator.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { benchMany } from './many.ts';
import * as measures from './measures.ts';
import { ownApp, ownElectron } from './own-copies.ts';
import { benchPauses } from './pauses.ts';
import { caption, putBetweenMarks, type Results, rowOf, table } from './report.ts';
import { type Collected, collected, measuresOf } from './rows.ts';
import { end, type Subject, start, subject } from './subject.ts';
import { trace } from './trace.ts';
import { TrayWatch } from './tray-watch.ts';
import { allAsked, exampleTokenOf, keepPrinters, printerNames, startPrints, twiceAsMany } from './warm-profile.ts';
import { WindowWatch } from './window-watch.ts';

export interface BenchOptions {
  /** How often everything is measured; starts are measured three times as often, because they vary most. */
  readonly runs: number;
  /** Whether to measure idle processor time too, which adds two minutes per run. */
  readonly idle: boolean;
  /** Only measure the cost of many printers. */
  readonly many: boolean;
  /** Only measure the longest pauses of the main process. */
  readonly pauses: boolean;
  /** Only profile the main process. */
  readonly trace: boolean;
}

/** How many runs a full benchmark needs; with fewer, the documentation is left unchanged. */
const fullRuns = 5;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Measures OctoGlance and a minimal tray app on the same Electron, in alternating order. Prints a table and writes
 * `tools/bench/results.json`; a full benchmark also updates the table in docs/performance.md. Throws if an app doesn't
 * work as expected.
 */
export async function bench(root: string, { runs, idle, many, pauses, trace: traced }: BenchOptions): Promise<void> {
  if (many) return benchMany(root);
  if (pauses) return benchPauses(root);
  if (traced) return trace(root);
  ensurePackages(say, ['x11-utils', 'xdotool']);
  await buildIfStale(root, say);
  const electron = await electronExecutable({ say });
  // Read now: there may be a new commit by the end.
  const measured = commit(root);
  const before = loadavg();
  const rows = measuresOf(await measureAll(root, electron.path, runs, idle)).map(rowOf);
  const results: Results = {
    measuredAt: new Date().toISOString(),
    commit: measured,
    electron: electron.version,
    machine: { processors: cpus().length, model: cpus()[0]?.model, memoryBytes: totalmem(), kernel: release() },
    load: { before, after: loadavg() },
    runs,
    rows,
  };
  const text = `${table(rows)}\n\n${caption(results)}`;
  keep(root, results);
  if (runs >= fullRuns) {
    const page = join(root, 'docs/performance.md');
    writeFileSync(page, putBetweenMarks(readFileSync(page, 'utf8'), `\n${text}\n`));
  }
  say(`\n${text}\n\nEvery sample is in tools/bench/results.json.`);
}

/** Writes `tools/bench/results.json`, formatted as the linter expects, with numbers rounded to a thousandth. */
function keep(root: string, results: Results): void {
  const file = join(root, 'tools/bench/results.json');
  mkdirSync(dirname(file), { recursive: true });
  const rounded = (_name: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value);
  writeFileSync(file, JSON.stringify(results, rounded, 2));
  const formatter = join(root, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [formatter, 'format', '--write', file], { cwd: root, stdio: 'ignore' });
}

async function measureAll(root: string, runtime: string, runs: number, idle: boolean): Promise<Collected> {
  const desktop = await startDesktop();
  const simulator = await startSimulator(() => performance.timeOrigin + performance.now());
  try {
    const electron = ownElectron(runtime, desktop.home);
    const tray = await TrayWatch.on(desktop);
    const place = { desktop, simulator, tray, windows: await WindowWatch.on(desktop) };
    const bare = { name: 'floor', content: 'p', folder: join(root, 'tools/bench/apps/bare'), electron } as const;
    const own = { name: 'OctoGlance', content: 'article', folder: ownApp(root, desktop.home), electron } as const;
    const floor = subject(bare, desktop);
    const app = subject(own, desktop, { OCTOGLANCE_ORIGIN: simulator.origin.origin });
    await keepPrinters(desktop, app.profile, simulator);
    const requesting = askingApps({ ...bare, folder: join(root, 'tools/bench/apps/asking') }, desktop, simulator);
    const asking = requesting(printerNames.length);
    const askingTwice = requesting(2 * printerNames.length);
    const [prints, ten] = [1, 2].map(() => subject(own, desktop, { OCTOGLANCE_ORIGIN: simulator.origin.origin }));
    if (prints === undefined || ten === undefined) throw new Error('Both are needed.');
    await keepPrinters(desktop, prints.profile, simulator, printerNames, true);
    await keepPrinters(desktop, ten.profile, simulator, twiceAsMany);
    startPrints(simulator);
    const all = collected();
    for (const one of [floor, app, prints, ten]) await warm(one, place);
    for (let run = 1; run <= runs; run += 1) {
      say(`Run ${run} of ${runs}`);
      // The order alternates, because the first app affects the conditions for the second.
      const turns = run % 2 === 0 ? [floor, app] : [app, floor];
      await oneRun(turns, place, all);
      all.prints.memory.push(await measures.measurePrintMemory(prints, place));
      if (!idle) continue;
      await idleRun({ turns, asking, prints, ten, askingTwice }, place, all);
    }
    tray.close();
    return all;
  } finally {
    await simulator.close();
    await desktop.stop();
  }
}

/** The very first start fills caches of the system and the profile. */
async function warm(app: Subject, place: measures.Place): Promise<void> {
  const started = await start(app, place.tray);
  if (app.name === 'OctoGlance') await allAsked(place.simulator);
  await end(started);
  await measures.measureWindow(app, place);
}

async function oneRun(turns: readonly Subject[], place: measures.Place, all: Collected): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const one of turns) all[one.name].start.push(await measures.measureStart(one, place));
  for (const one of turns) {
    const { before, after, renderers } = await measures.measureMemory(one, place);
    all[one.name].memory.push(before);
    all[one.name].memoryAfterWindow.push(after);
    all[one.name].renderersAfterWindow.push(renderers);
  }
  for (const one of turns) {
    const { first, later } = await measures.measureWindow(one, place);
    all[one.name].firstWindow.push(first);
    all[one.name].laterWindow.push(...later);
  }
  for (const one of turns.filter(({ name }) => name === 'OctoGlance'))
    all.answerToTray.push(await measures.measureAnswerToTray(one, place));
}

/** Returns a function that makes a minimal app that only sends requests: as many a minute as it is given. */
function askingApps(about: Parameters<typeof subject>[0], desktop: Desktop, simulator: Simulator) {
  const token = exampleTokenOf('bare');
  simulator.printer('Bare', { token });
  const env = { OCTOGLANCE_ORIGIN: simulator.origin.origin, OCTOGLANCE_BENCH_TOKEN: token };
  return (requests: number): Subject => {
    const interval = { OCTOGLANCE_BENCH_INTERVAL: String(60_000 / requests) };
    return subject(about, desktop, { ...env, ...interval });
  };
}

interface IdleApps {
  readonly turns: readonly Subject[];
  /** Sends as many requests as the app without prints. */
  readonly asking: Subject;
  readonly prints: Subject;
  /** Both send as many requests as the app with prints. */
  readonly ten: Subject;
  readonly askingTwice: Subject;
}

/** Measures the idle apps side by side, and what watching prints adds. */
async function idleRun(
  { turns, asking, prints, ten, askingTwice }: IdleApps,
  place: measures.Place,
  all: Collected,
): Promise<void> {
  const { quiet, settled } = measures.idleFrom;
  const minutes = [
    ...turns.map((app) => ({ app, from: quiet, samples: all[app.name] })),
    { app: asking, from: quiet, samples: all.asking },
    ...turns
      .filter(({ name }) => name === 'OctoGlance')
      .map((app) => ({ app, from: settled, samples: all.withoutPrints })),
    { app: prints, from: settled, samples: all.prints },
    { app: ten, from: settled, samples: all.tenPrinters },
    { app: askingTwice, from: settled, samples: all.askingTwice },
  ];
  const found = await measures.measureIdle(minutes, place);
  for (const [at, { samples }] of minutes.entries()) {
    samples.idlePercent.push(found[at]?.percent ?? Number.NaN);
    samples.idleWakeUps.push(found[at]?.wakeUps ?? Number.NaN);
  }
}

/** The commit being measured, followed by a plus if files were changed; null outside a git checkout. */
function commit(root: string): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'src', 'renderer') ? '+' : ''}`;
  } catch {
    return null;
  }
}
