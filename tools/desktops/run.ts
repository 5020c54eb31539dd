import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import { buildIfStale } from '../../scripts/start/build.mjs';
import { ensurePackages } from '../../test/support/desktop/packages.mjs';
import { type DesktopName, desktops, scales } from './desktops.ts';

/** The result of one step on one desktop. */
export interface Step {
  readonly what: string;
  readonly ok: boolean;
  /** Milliseconds. */
  readonly took: number;
  readonly note: string;
}

/** Time limit per desktop, in milliseconds. */
const longest = 5 * 60_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs the desktops by name, `all` for every one, and writes the results into docs/verification.md. Returns 0 if
 * everything passed.
 */
export async function runDesktops(root: string, wanted: readonly string[]): Promise<number> {
  if (wanted[0] === 'scales') return runScales(root, wanted.slice(1));
  const names = wanted.includes('all') ? (Object.keys(desktops) as DesktopName[]) : (wanted as DesktopName[]);
  const unknown = names.filter((name) => !Object.hasOwn(desktops, name));
  if (unknown.length > 0)
    throw new Error(`There is no desktop "${unknown[0]}": ${Object.keys(desktops).join(', ')}, all`);
  ensurePackages(say, [...new Set(names.flatMap((name) => desktops[name].packages))]);
  await buildIfStale(root, say);
  say('Packaging the app for the start at login');
  await promisify(execFile)(process.execPath, [join(root, 'scripts/package.mjs')], { cwd: root, maxBuffer: 2 ** 24 });
  const results = new Map<DesktopName, readonly Step[]>();
  for (const name of names) {
    say(`\n${desktops[name].title}`);
    const steps = await runOne(root, name);
    for (const { what, ok, took, note } of steps) say(`  ${ok ? 'ok  ' : 'FAIL'} ${what} (${took} ms) ${note}`);
    results.set(name, steps);
  }
  const rows = [...results].map(([name, steps]) => [desktops[name].title, steps] as const);
  write(join(root, 'docs/verification.md'), 'desktops', rows);
  return [...results.values()].every((steps) => steps.length > 0 && steps.every(({ ok }) => ok)) ? 0 : 1;
}

/** Runs the desktops at the scales that they have, and writes how they draw the icon into docs/verification.md. */
async function runScales(root: string, wanted: readonly string[]): Promise<number> {
  const every = Object.entries(scales) as (readonly [DesktopName, readonly string[]])[];
  const all = every.filter(([name]) => wanted.length === 0 || wanted.includes(name));
  ensurePackages(say, [...new Set(all.flatMap(([name]) => desktops[name].packages))]);
  await buildIfStale(root, say);
  const rows: (readonly [string, readonly Step[]])[] = [];
  for (const [name, ofDesktop] of all) {
    const taken: Step[] = [];
    for (const scale of ofDesktop) {
      const screen = scale === '1' ? {} : { SCREEN: '2560x1600' };
      const steps = await runOne(root, name, { SCALE: scale, ...screen });
      for (const { what, ok, note } of steps) say(`  ${ok ? 'ok  ' : 'FAIL'} ${name}: ${what} ${note}`);
      taken.push(...steps.filter(({ what }) => what !== 'quit'));
    }
    rows.push([desktops[name].title, taken]);
  }
  write(join(root, 'docs/verification.md'), 'scales', rows);
  return rows.every(([, steps]) => steps.every(({ ok }) => ok)) ? 0 : 1;
}

async function runOne(root: string, name: DesktopName, more: NodeJS.ProcessEnv = {}): Promise<readonly Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-desktop-'));
  const report = join(folder, 'steps.json');
  const command = [join(root, `tools/desktops/${name}.sh`), process.execPath, join(root, 'tools/desktops.mjs')];
  const begun = performance.now();
  // The session has its own home folder, where nothing has been downloaded yet.
  const electron = dirname((await electronExecutable({ say })).path);
  const child = spawn('bash', [...command, '--inside', name, report, join(root, 'dist/linux-unpacked/octoglance')], {
    stdio: 'ignore',
    detached: true,
    cwd: root,
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron, QT_QPA_PLATFORM: undefined, ...more },
  });
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM'), longest);
  await new Promise((ended) => child.once('exit', ended));
  clearTimeout(timer);
  const steps: readonly Step[] = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
  const took = Math.round(performance.now() - begun);
  rmSync(folder, { recursive: true, force: true });
  const finished = steps.some(({ what }) => what === 'quit');
  return finished ? steps : [...steps, { what: 'the run itself', ok: false, took, note: 'it did not come to its end' }];
}

/** Puts this run's table between the marks of that name; desktops that were not run keep their rows. */
function write(file: string, table: string, results: readonly (readonly [string, readonly Step[]])[]): void {
  const text = readFileSync(file, 'utf8');
  const marks = [`<!-- ${table}: begin -->`, `<!-- ${table}: end -->`] as const;
  const [begin, end] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  if (begin < 0 || end < 0) throw new Error(`${file} has no place for the table of ${table}.`);
  const kept = text
    .slice(begin, end)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| desktop'))
    .filter((line) => !results.some(([title]) => line.startsWith(`| ${title} `)));
  const rows = results.flatMap(([title, steps]) =>
    steps.map(({ what, ok, took, note }) => {
      return `| ${title} | ${what} | ${ok ? 'yes' : '**no**'} | ${took} ms | ${note.replaceAll('|', '/')} |`;
    }),
  );
  const head = '| desktop | what | works | took | seen |\n|---|---|---|---|---|';
  const whole = `${marks[0]}\n\n${head}\n${[...kept, ...rows].join('\n')}\n\n`;
  writeFileSync(file, text.slice(0, begin) + whole + text.slice(end));
}
