import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator } from '../../src/demo/simulator.ts';
import { startDesktop } from '../desktop/desktop.mjs';
import { ensurePackages } from '../desktop/packages.mjs';
import { until } from '../desktop/processes.mjs';
import { electronExecutable } from '../electron-runtime.mjs';
import { buildIfStale } from '../start/build.mjs';
import { ownApp, ownElectron } from './own-copies.ts';
import { memoryBytes, usage, usedBetween } from './process-tree.ts';
import { manyMarks, plainTable, putBetweenMarks } from './report.ts';
import { end, start, subject } from './subject.ts';
import { TrayWatch } from './tray-watch.ts';
import { keepPrinters } from './warm-profile.ts';

const counts = [5, 10, 100, 500, 1_000, 2_000];

/** After the first round of questions the app is left alone for so long, in milliseconds. */
const settle = 30_000;

/** Two rounds of questions at an interval of a minute, which chance makes up to 5 % longer; in milliseconds. */
const over = 123_000;

const mebibyte = 1024 * 1024;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Measures what OctoGlance costs with few and with many printers, each asked about once a minute, and renews the second
 * table in docs/performance.md. Throws when the app does not ask about all of them.
 */
export async function benchMany(root: string): Promise<void> {
  ensurePackages(say, []);
  await buildIfStale(root, say);
  const runtime = await electronExecutable({ say });
  const desktop = await startDesktop();
  try {
    const electron = ownElectron(runtime.path, desktop.home);
    const folder = ownApp(root, desktop.home);
    const tray = await TrayWatch.on(desktop);
    const lines: string[][] = [];
    let few: number | null = null;
    for (const count of counts) {
      const simulator = await startSimulator();
      const env = { OCTOGLANCE_ORIGIN: simulator.origin.origin };
      const app = subject({ name: 'OctoGlance', content: 'article', folder, electron }, desktop, env);
      const names = Array.from({ length: count }, (_, index) => `Printer-${index + 1}`);
      await keepPrinters(desktop, app.profile, simulator, names);
      const started = await start(app, tray);
      const asked = new Set<string | null>();
      await until(
        'all printers to be asked about',
        () => {
          for (const { printer } of simulator.log) asked.add(printer);
          return asked.size >= count;
        },
        120_000,
      );
      await sleep(settle);
      const before = usage(started.id);
      await sleep(over);
      const used = usedBetween(before, usage(started.id));
      const memory = memoryBytes(started.id) / mebibyte;
      few ??= memory;
      const perPrinter = count === counts[0] ? '–' : `${(((memory - few) * 1024) / (count - 5)).toFixed(0)} KiB`;
      const percent = used.nanoseconds / over / 10_000;
      lines.push([String(count), `${percent.toFixed(2)} %`, `${memory.toFixed(0)} MiB`, perPrinter]);
      say(lines.at(-1)?.join('  ') ?? '');
      await end(started);
      await simulator.close();
    }
    tray.close();
    const head = ['printers', 'of one core, two rounds', 'memory then', 'above five, per printer'];
    const page = join(root, 'docs/performance.md');
    const text = `\n${plainTable(head, lines)}\n\nOne run, ${new Date().toISOString().slice(0, 10)}, Electron ${runtime.version}.\n`;
    writeFileSync(page, putBetweenMarks(readFileSync(page, 'utf8'), text, manyMarks));
  } finally {
    await desktop.stop();
  }
}
