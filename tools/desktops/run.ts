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
  const every = (Object.keys(desktops) as DesktopName[]).filter((name) => desktops[name].onlyScales !== true);
  const names = wanted.includes('all') ? every : (wanted as DesktopName[]);
  const unknown = names.filter((name) => !every.includes(name));
  if (unknown.length > 0) throw new Error(`There is no desktop "${unknown[0]}": ${every.join(', ')}, all`);
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
    const page = join(root, 'docs/verification.md');
    const { title } = desktops[name];
    write(page, 'desktops', stepsHead, [[title, stepRows(steps)]]);
    write(
      page,
      'runs',
      ['desktop', 'run (UTC)', 'commit', 'steps passed', 'took'],
      [[title, [await runRow(root, steps)]]],
    );
  }
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
      const screen = scale === '1' ? {} : { SCREEN: name === 'gnome-wayland' ? '1920x1200' : '2560x1600' };
      const steps = await runOne(root, name, { SCALE: scale, ...screen });
      for (const { what, ok, note } of steps) say(`  ${ok ? 'ok  ' : 'FAIL'} ${name}: ${what} ${note}`);
      taken.push(...steps.filter(({ what }) => what !== 'quit'));
    }
    rows.push([desktops[name].title, taken]);
  }
  const tables = rows.map(([title, steps]) => [title, stepRows(steps)] as const);
  write(join(root, 'docs/verification.md'), 'scales', stepsHead, tables);
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

const stepsHead = ['desktop', 'what', 'works', 'took', 'seen'];

function stepRows(steps: readonly Step[]): readonly (readonly string[])[] {
  return steps.map(({ what, ok, took, note }) => [
    what,
    ok ? 'yes' : '**no**',
    `${took} ms`,
    note.replaceAll('|', '/'),
  ]);
}

/** When and with which commit a desktop was gone through, and how it went. */
async function runRow(root: string, steps: readonly Step[]): Promise<readonly string[]> {
  const git = async (...args: readonly string[]) =>
    (await promisify(execFile)('git', [...args], { cwd: root })).stdout.trim();
  const changed = (await git('status', '--porcelain', '--', 'src', 'renderer', 'tools')) !== '';
  const commit = `${await git('rev-parse', '--short=8', 'HEAD')}${changed ? ', with changes' : ''}`;
  const passed = steps.filter(({ ok }) => ok).length;
  const seconds = Math.round(steps.reduce((sum, { took }) => sum + took, 0) / 1_000);
  return [
    new Date().toISOString().slice(0, 16).replace('T', ' '),
    commit,
    `${passed} of ${steps.length}`,
    `${seconds} s`,
  ];
}

/** Puts this run's table between the marks of that name; desktops that were not run keep their rows. */
function write(
  file: string,
  table: string,
  head: readonly string[],
  results: readonly (readonly [title: string, rows: readonly (readonly string[])[]])[],
): void {
  const text = readFileSync(file, 'utf8');
  const marks = [`<!-- ${table}: begin -->`, `<!-- ${table}: end -->`] as const;
  const [begin, end] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  if (begin < 0 || end < 0) throw new Error(`${file} has no place for the table of ${table}.`);
  const kept = text
    .slice(begin, end)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| desktop'))
    .filter((line) => !results.some(([title]) => line.startsWith(`| ${title} |`)));
  const rows = results.flatMap(([title, ofDesktop]) =>
    ofDesktop.map((cells) => `| ${[title, ...cells].join(' | ')} |`),
  );
  const top = `| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`;
  const whole = `${marks[0]}\n\n${top}\n${[...kept, ...rows].join('\n')}\n\n`;
  writeFileSync(file, text.slice(0, begin) + whole + text.slice(end));
}
