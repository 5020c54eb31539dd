import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'vite';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { openAlertStateStore } from '../../../src/storage/alert-state-store.ts';
import { createHistoryFiles } from '../../../src/storage/history-files.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { openSettingsStore } from '../../../src/storage/settings-store.ts';
import type { StorageNotice } from '../../../src/storage/storage-notice.ts';
import { openWindowStore } from '../../../src/storage/window-store.ts';
import { alertsOf, indexOf, numberOf, printersOf, settingsOf, spanAt, type What, windowOf } from './profile-content.ts';

const root = join(import.meta.dirname, '../../..');

/** The numbers of one document's changes that a process reported. */
interface Spoken {
  readonly begun: number;
  readonly done: number;
}

/** Bundles the writer into one file, which starts much faster. `folder` has to be inside this repo. */
export async function buildWriter(folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'profile-writer.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  });
  return join(folder, 'writer.mjs');
}

export interface Kill {
  /** Violated expectations. */
  readonly faults: readonly string[];
  /** How many files were being written at the time of the kill. */
  readonly met: number;
}

/** Starts the writer, kills it at a time that `random` (0–1) determines, and checks what it left in `profile`. */
export async function killOnce(writer: string, profile: string, random: () => number): Promise<Kill> {
  const { numbers: before } = await look(profile);
  const child = spawn(process.execPath, [writer, profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  let input = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    input += text;
  });
  // There may still be lines in the pipe after the exit.
  const closed = once(child, 'close');
  const writing = new Promise<void>((resolve) => {
    child.stdout.on('data', () => input.includes('done printers') && resolve());
  });
  // Sometimes before or during its first change, which still has to load the store itself.
  if (random() < 0.9) await Promise.race([writing, closed]);
  await wait(random() * 100);
  child.kill('SIGKILL');
  await closed;
  const spoken = spokenIn(input);
  const faults =
    child.signalCode === 'SIGKILL' ? await faultsIn(profile, before, spoken) : ['The writer exited on its own.'];
  return { faults, met: [...spoken.values()].filter(({ begun, done }) => begun > done).length };
}

/** The numbers of the latest changes on disk. */
type Latest = Readonly<Record<What, number>>;

async function faultsIn(
  profile: string,
  before: Latest,
  spoken: ReadonlyMap<What, Spoken>,
): Promise<readonly string[]> {
  const { numbers, faults } = await look(profile);
  const found = [...faults];
  for (const [what, number] of Object.entries(numbers) as [What, number][]) {
    const { begun, done } = spoken.get(what) ?? { begun: before[what], done: before[what] };
    // Confirmed changes must be there, and none that were never begun.
    if (number < Math.max(done, before[what]) || number > Math.max(begun, before[what]))
      found.push(
        `${what}: change ${number} is on disk, ${done} was confirmed, ${begun} begun, ${before[what]} there before.`,
      );
  }
  return found;
}

/** Opens all files like a start of the app. */
export async function look(profile: string): Promise<{ readonly numbers: Latest; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const options = { folder: profile, now: Date.now };
  const printers = openPrinterStore(options);
  const settings = openSettingsStore(options);
  const alerts = openAlertStateStore(options);
  const window = openWindowStore(options);
  const reported: StorageNotice[] = [];
  const history = createHistoryFiles({ folder: join(profile, 'history'), onNotice: (notice) => reported.push(notice) });
  const spans = (await history.read(printersOf(0)[0]?.id ?? '', 0)) ?? [];
  for (const notice of [...printers.notices, ...settings.notices, ...alerts.notices, ...window.notices, ...reported])
    faults.push(`Notice ${notice.id}.`);
  const number = numberOf(printers.value());
  const whole = (what: What, found: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(found, wanted)) faults.push(`${what} is not as it was at any moment.`);
  };
  if (number > 0) whole('printers', printers.value(), printersOf(number));
  /*
   * The numbers of these can only be found by comparison. None is ahead of the printers by more than one change. There
   * is no limit to how far one can be behind: a kill between the two writes of a change skips it, the next start
   * continues from the printers, and the next kill may come at the same point.
   */
  const numberLike = (what: What, found: unknown, none: unknown, make: (number: number) => unknown) => {
    if (isDeepStrictEqual(found, none)) return 0;
    for (let one = number + 1; one > 0; one -= 1) if (isDeepStrictEqual(found, make(one))) return one;
    faults.push(`${what} is not as it was at any moment.`);
    return 0;
  };
  const numbers = {
    printers: number,
    settings: numberLike('settings', settings.value(), defaultSettings, settingsOf),
    notified: alerts.value().snoozedUntil ?? 0,
    window: numberLike(
      'window',
      window.value(),
      { place: null, noTrayDismissed: false, firstSteps: null, closeExplained: false },
      windowOf,
    ),
    history: indexOf(spans.at(-1)),
  };
  if (numbers.notified > 0) whole('notified', alerts.value(), alertsOf(numbers.notified));
  const first = indexOf(spans[0]);
  whole(
    'history',
    spans,
    spans.map((_, index) => spanAt(first + index)),
  );
  const files = readdirSync(profile);
  // The next start removes half-written files of a kill, so they do not accumulate.
  if (files.length > 14) faults.push(`There are ${files.length} files: ${files.join(', ')}.`);
  return { numbers, faults };
}

function spokenIn(text: string): ReadonlyMap<What, Spoken> {
  const spoken = new Map<What, Spoken>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [verb, what, number] = line.split(' ') as [string, What, string];
    if (verb === 'ready') continue;
    const so = spoken.get(what) ?? { begun: Number(number), done: -1 };
    spoken.set(what, verb === 'begin' ? { ...so, begun: Number(number) } : { ...so, done: Number(number) });
  }
  return spoken;
}
