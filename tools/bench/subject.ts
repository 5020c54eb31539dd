import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { until } from '../../test/support/desktop/processes.mjs';
import { processTree } from './process-tree.ts';
import type { TrayWatch } from './tray-watch.ts';

/** An app to be measured. */
export interface Subject {
  readonly name: 'floor' | 'OctoGlance';
  /** Present in the window once its content is there. */
  readonly content: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly env: NodeJS.ProcessEnv;
}

/** A running instance. */
export interface Started {
  readonly process: ChildProcess;
  readonly id: number;
  /** From just before the process was created until its icon was in the desktop's tray, in milliseconds. */
  readonly startMs: number;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** File descriptors from 3 on. */
  readonly streams?: readonly 'pipe'[];
}

/** The app in `folder`, run by the given `electron`, with its own profile on the desktop. */
export function subject(
  about: Pick<Subject, 'name' | 'content'> & { readonly folder: string; readonly electron: string },
  desktop: Desktop,
  env: NodeJS.ProcessEnv = {},
): Subject & { readonly profile: string } {
  const profile = mkdtempSync(join(desktop.home, 'profile-'));
  // As root Chromium refuses to run with a sandbox; both apps get the same switch.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { name, content, electron, folder } = about;
  const command = [electron, ...sandbox, folder, `--user-data-dir=${profile}`] as const;
  return { name, content, command: [...command], env: { ...desktop.env, ...env }, profile };
}

/** Starts the app and waits for its icon. Rejects if there is none after 20 s. */
export async function start(app: Subject, tray: TrayWatch, options: StartOptions = {}): Promise<Started> {
  const [program, ...args] = app.command;
  const icon = tray.nextIcon();
  const before = performance.now();
  const child = spawn(program, [...args, ...(options.args ?? [])], {
    env: { ...app.env, ...options.env },
    stdio: ['ignore', 'ignore', 'ignore', ...(options.streams ?? [])],
  });
  return { process: child, id: child.pid ?? 0, startMs: (await icon) - before };
}

/** Ends the app and waits until none of its processes is left. */
export async function end({ process: child, id }: Started): Promise<void> {
  const all = processTree(id);
  child.kill('SIGTERM');
  await until('the app to end', () => all.every((one) => !isAlive(one)));
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
