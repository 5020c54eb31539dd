import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { buildIfStale } from '../../scripts/start/build.mjs';
import { startSimulator } from '../../src/demo/simulator.ts';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { startDesktop } from '../../test/support/desktop/start-desktop.mjs';
import { ownApp, ownElectron } from '../bench/own-copies.ts';
import { end } from '../bench/subject.ts';
import { keepPrinters } from '../bench/warm-profile.ts';
import { keepChanging } from './changing-world.ts';
import { heading, lostWithEachAlert, type Minute, row, verdict } from './minutes.ts';
import { type Sample, takeSample } from './sample.ts';

const printerNames = Array.from({ length: 12 }, (_, index) => `Printer-${index + 1}`);

const sampleMs = 5_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs the real app on a test desktop for `minutes`, at sixty times normal speed, with twelve constantly changing
 * printers that print. Prints a line per minute, writes `.reliability/soak.json`, and returns the faults: the app stopped
 * responding, or kept using more resources. Rejects if the app ended.
 */
export async function soak(root: string, minutes: number): Promise<readonly string[]> {
  ensurePackages(say);
  await buildIfStale(root, say);
  const electron = await electronExecutable({ say });
  const desktop = await startDesktop();
  const simulator = await startSimulator();
  try {
    const profile = mkdtempSync(join(desktop.home, 'profile-'));
    await keepPrinters(desktop, profile, simulator, printerNames, true);
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const flags = [`--user-data-dir=${profile}`, '--hidden', '--status-stream'];
    const app = spawn(ownElectron(electron.path, desktop.home), [...sandbox, ownApp(root, desktop.home), ...flags], {
      env: {
        ...desktop.env,
        NODE_OPTIONS: `--require=${join(root, 'tools/soak/collect-garbage.cjs')}`,
        OCTOGLANCE_ORIGIN: simulator.origin.origin,
        OCTOGLANCE_POLL_SECONDS: '1',
        OCTOGLANCE_GRACE_SECONDS: '2',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const seen = { changes: 0, alerts: 0, warnings: 0 };
    createInterface({ input: app.stdout }).on('line', (line) => {
      const { type } = JSON.parse(line);
      if (type === 'printer') seen.changes += 1;
      if (type === 'alert') seen.alerts += 1;
    });
    // Node itself warns if something keeps adding listeners.
    createInterface({ input: app.stderr }).on('line', (line) => {
      if (line.includes('MaxListenersExceededWarning')) seen.warnings += 1;
    });
    const stopChanging = keepChanging(simulator, printerNames, 150);
    const found: Minute[] = [];
    say(heading);
    for (let minute = 1; minute <= minutes; minute += 1) {
      const samples: Sample[] = [];
      const until = performance.now() + 60_000;
      while (performance.now() < until) {
        await sleep(sampleMs);
        // Collects the garbage once a minute. Not earlier: during the app's start the signal would end it.
        if (samples.length === 0) app.kill('SIGUSR2');
        if (app.exitCode !== null || app.signalCode !== null) throw new Error('The app ended.');
        samples.push(takeSample(app.pid ?? 0, profile));
      }
      found.push({ minute, ...leanest(samples), ...seen });
      say(row(found.at(-1) as Minute));
    }
    stopChanging();
    await end({ process: app, id: app.pid ?? 0, startMs: 0 });
    const { line, faults } = verdict(found, lostWithEachAlert(electron.version));
    mkdirSync(join(root, '.reliability'), { recursive: true });
    writeFileSync(join(root, '.reliability/soak.json'), JSON.stringify({ minutes: found, line, faults }, null, 2));
    say(`\n${line}`);
    return faults;
  } finally {
    await simulator.close();
    await desktop.stop();
  }
}

/** The sample with the least memory, soon after a garbage collection: what is really in use. */
function leanest(samples: readonly Sample[]): Sample {
  const [first, ...others] = samples;
  if (first === undefined) throw new Error('A minute without a sample.');
  return others.reduce((best, one) => (one.memoryBytes < best.memoryBytes ? one : best), first);
}
