import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { runTool } from '../../scripts/test/steps.mjs';
import { startSimulator } from '../../src/demo/simulator.ts';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { until } from '../../test/support/desktop/processes.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { heaviest } from './heaviest.ts';
import { ownApp } from './own-copies.ts';
import { plainTable } from './report.ts';
import { end, start, subject } from './subject.ts';
import { TrayWatch } from './tray-watch.ts';
import { keepPrinters } from './warm-profile.ts';

const printers = 200;

/** The start and the first round of requests, then two rounds; in milliseconds. */
const [startOver, roundsOver] = [20_000, 120_000] as const;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Profiles the main process of an unminified build: its start, and two minutes of polling 200 printers. Writes
 * `tools/bench/traces/start.cpuprofile` and `polls.cpuprofile` for the developer tools of any Chromium, and prints what
 * took longest.
 */
export async function trace(root: string): Promise<void> {
  ensurePackages(say);
  const runtime = await electronExecutable({ say });
  const desktop = await startDesktop();
  const simulator = await startSimulator();
  try {
    const out = join(desktop.home, 'readable');
    const readable = { OCTOGLANCE_READABLE_BUILD: '1' };
    if (!(await runTool('electron-vite/bin/electron-vite.js', ['build', '--outDir', out], readable))) {
      throw new Error('OctoGlance does not build');
    }
    const folder = ownApp(root, desktop.home, out);
    const tray = await TrayWatch.on(desktop);
    const about = { name: 'OctoGlance', content: 'article', folder, electron: runtime.path } as const;
    const app = subject(about, desktop, { OCTOGLANCE_ORIGIN: simulator.origin.origin });
    const names = Array.from({ length: printers }, (_, index) => `Printer-${index + 1}`);
    await keepPrinters(desktop, app.profile, simulator, names);
    const traces = join(root, 'tools/bench/traces');
    mkdirSync(traces, { recursive: true });
    const path = join(traces, 'profile');
    const hook = `--require=${join(root, 'tools/bench/cpu-profile.cjs')}`;
    const started = await start(app, tray, { env: { NODE_OPTIONS: hook, OCTOGLANCE_BENCH_PROFILE: path } });
    const taken = async (number: number, name: string) => {
      process.kill(started.id, 'SIGUSR2');
      await until('the profile', () => existsSync(`${path}-${number}.cpuprofile`));
      await sleep(1_000);
      renameSync(`${path}-${number}.cpuprofile`, join(traces, `${name}.cpuprofile`));
      return JSON.parse(readFileSync(join(traces, `${name}.cpuprofile`), 'utf8'));
    };
    await sleep(startOver);
    const ofStart = await taken(1, 'start');
    const requestsBefore = simulator.log.length;
    await sleep(roundsOver);
    const ofPolls = await taken(2, 'polls');
    const polls = simulator.log.length - requestsBefore;
    await end(started);
    tray.close();
    say(
      `\nThe start and the first requests, in milliseconds:\n${plainTable(['function', 'ms'], heaviest(ofStart, 1))}`,
    );
    say(
      `\nEach of ${polls} requests, in microseconds:\n${plainTable(['function', 'µs'], heaviest(ofPolls, polls / 1_000))}`,
    );
  } finally {
    await simulator.close();
    await desktop.stop();
  }
}
