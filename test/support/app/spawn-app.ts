import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { electronExecutable } from '../../../scripts/electron-runtime.mjs';
import type { Desktop } from '../desktop/desktop.mjs';
import { until } from '../desktop/processes.mjs';

const repo = resolve(import.meta.dirname, '../../..');
const asRoot = process.getuid?.() === 0;

/** Longer than any machine needs to quit an app that does quit, ms. */
const longestEnd = 60_000;

export interface LaunchOptions {
  readonly desktop: Desktop;
  /** Flags of the app. */
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The app's profile folder; the same one again is a restart; `usual` is the system's default. Default: a new one. */
  readonly profile?: string | 'usual';
  /** Folder of the app; default: this repo. */
  readonly folder?: string;
  /** The executable of a packaged app, started instead of one from a folder. */
  readonly packaged?: string;
  /** Program that starts Electron instead of its executable. */
  readonly electron?: string;
}

/** A running app, with its output and exit code. */
export class RunningApp {
  readonly profile: string;
  readonly process: ChildProcess;
  readonly #record: string;

  constructor(child: ChildProcess, profile: string, record: string) {
    this.process = child;
    this.profile = profile;
    this.#record = record;
  }

  get stdout(): string {
    return text(`${this.#record}.stdout`);
  }

  get stderr(): string {
    return text(`${this.#record}.stderr`);
  }

  /** The objects of `--status-stream`. Throws if anything else is on stdout. */
  get statusStream(): readonly Record<string, unknown>[] {
    return this.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  /** Waits for an object on the status stream with these properties, including earlier ones. */
  async waitForStatus(wanted: Record<string, unknown>, patienceMs = 30_000): Promise<Record<string, unknown>> {
    const fits = (one: Record<string, unknown>) =>
      Object.entries(wanted).every(([name, value]) => JSON.stringify(one[name]) === JSON.stringify(value));
    const find = () => this.statusStream.find(fits);
    return until(`${JSON.stringify(wanted)} on stdout`, find, patienceMs).catch((error: Error) => {
      throw new Error(`${error.message}\nstdout:\n${this.stdout}\nstderr:\n${this.stderr}`);
    });
  }

  get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Waits for the app to end and for its last output; resolves to its exit code. */
  async ended(patienceMs = 30_000): Promise<number | null> {
    await until('the app to end', () => this.hasEnded, patienceMs);
    // After a restart the new app uses the same stream, which then does not end.
    await until('the end of stderr', () => existsSync(`${this.#record}.whole`), 3_000).catch(() => {});
    return this.process.exitCode;
  }

  /** Ends the app like the end of a session. Throws if it had to be killed. */
  async quit(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    const timeLimits = setTimeout(() => this.process.kill('SIGKILL'), longestEnd);
    const [, signal] = await gone;
    clearTimeout(timeLimits);
    if (signal === 'SIGKILL') throw new Error(`The app had to be ended by force after ${longestEnd / 1_000} s.`);
  }
}

/** Starts the app like a user's desktop: no inspector, no debugging port. */
export async function spawnApp(options: LaunchOptions): Promise<RunningApp> {
  const { program, args, env, profile, record } = await prepare(options);
  const child = spawn(program, args, { env, stdio: 'ignore', ...options.desktop.options.account });
  await once(child, 'spawn');
  return new RunningApp(child, profile, record);
}

/** Prepares a start of the app: the program, its arguments and environment, and the files for its streams. */
export async function prepare({
  desktop,
  args = [],
  env = {},
  profile,
  folder = repo,
  packaged,
  electron,
}: LaunchOptions) {
  const path = packaged ?? electron ?? (await electronExecutable({ say: () => {} })).path;
  const newFolder = (name: string) => {
    const path = mkdtempSync(join(desktop.home, name));
    desktop.handOver(path);
    return path;
  };
  const record = join(newFolder('app-'), 'app');
  // Playwright consumes stdout before a test can read it, so a shell redirects both streams to files.
  const program = `${record}.sh`;
  writeFileSync(
    program,
    `#!/bin/bash\nexec '${path}' "$@" >'${record}.stdout' 2> >(tee '${record}.stderr' >&2; : >'${record}.whole')\n`,
  );
  chmodSync(program, 0o755);
  const environment = definedOnly({ ...desktop.env, ...env });
  const configuration = environment['XDG_CONFIG_HOME'] ?? join(environment['HOME'] ?? '', '.config');
  const isUsual = profile === 'usual';
  const own = isUsual ? join(configuration, 'OctoGlance') : (profile ?? newFolder('profile-'));
  const sandbox = asRoot && desktop.options.account === null ? ['--no-sandbox'] : [];
  const place = isUsual ? [] : [`--user-data-dir=${own}`];
  return {
    program,
    args: [...sandbox, ...(packaged === undefined ? [folder] : []), ...place, ...args],
    env: environment,
    profile: own,
    record,
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function text(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
