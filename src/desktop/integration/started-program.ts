import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { isLasting, isOurAppImage } from '../../startup/app-image.ts';
import { readHead } from '../../startup/read-head.ts';
import { execWords, shellCommands, shellWords } from './exec-words.ts';

/**
 * What the command of a desktop file ultimately starts, whatever the file's name and whatever precedes the program:
 * `env`, `sh -c "sleep 15 && …"`, a user's script.
 */
export type Started =
  /** OctoGlance, this copy or another one, with these arguments. */
  | { readonly what: 'this-app'; readonly args: readonly string[] }
  /** An OctoGlance that no longer exists; `path` is as written in the command. */
  | { readonly what: 'gone'; readonly path: string }
  | { readonly what: 'other' };

/** How a command may refer to this app. */
export interface ThisApp {
  /** Absolute; null if the file it was started from is unknown. */
  readonly program: string | null;
  /** The folder of the code, which plain Electron needs as an argument; null for a packaged app. */
  readonly codeFolder: string | null;
  readonly environment: NodeJS.ProcessEnv;
}

/** Maximum nesting of programs that start programs. */
const deepest = 6;

const shells = /^(sh|bash|dash|zsh|ksh|fish|busybox)$/;

/** Words that may precede a command in a shell. */
const keywords = /^(then|do|else|elif|if|while|until|!|time|exec|command|builtin|eval)$/;

/** Programs that start what their arguments name. For others, such as `chmod`, an argument is just a file. */
const starters =
  /^(env|nice|ionice|nohup|setsid|chrt|taskset|stdbuf|timeout|time|systemd-run|systemd-cat|dbus-run-session|dbus-launch|gamemoderun|mangohud|prime-run|optirun|primusrun|firejail|bwrap|xvfb-run|unshare|uwsm|uwsm-app|app2unit|xdg-terminal-exec|flatpak-spawn|catchsegv|exec|command|appimage-run|appimaged.*)$/i;

/** What the raw `Exec` value `raw` starts. Never throws; files are read without blocking and never run. */
export function startedBy(raw: string, self: ThisApp): Started {
  const words = execWords(raw);
  return words === null ? { what: 'other' } : startedByWords(words, self, deepest);
}

function startedByWords(all: readonly string[], self: ThisApp, depth: number): Started {
  const start = all.findIndex((word) => !/^\w+=/.test(word) && !keywords.test(word));
  if (start === -1 || depth < 0) return { what: 'other' };
  const words = all.slice(start);
  const [program = ''] = words;
  const path = isAbsolute(program) ? program : inPath(program, self.environment);
  const own = judged(path, words.slice(1), self);
  if (own !== null) return own;
  const name = basename(program);
  if (shells.test(name)) return startedByShell(words, self, depth);
  if (starters.test(name))
    return firstThatCounts(
      words.slice(1).map((_, at) => words.slice(at + 1)),
      self,
      depth,
    );
  if (path === null) return { what: 'other' };
  const script = readHead(path);
  return script?.startsWith('#!') === true ? startedByScript(script, self, depth - 1) : { what: 'other' };
}

/** `sh -c SCRIPT`, or `sh FILE`. */
function startedByShell(words: readonly string[], self: ThisApp, depth: number): Started {
  const flag = words.findIndex((word, at) => at > 0 && /^-[a-z]*c$/.test(word));
  if (flag !== -1) return startedByScript(words[flag + 1] ?? '', self, depth - 1);
  const file = words.find((word, at) => at > 0 && !word.startsWith('-'));
  const text = file === undefined || !isAbsolute(file) ? null : readHead(file);
  return text === null ? { what: 'other' } : startedByScript(text, self, depth - 1);
}

function startedByScript(script: string, self: ThisApp, depth: number): Started {
  const environment: NodeJS.ProcessEnv = { ...self.environment };
  const lines = shellCommands(script).map((command) => {
    const words = shellWords(withValues(command, environment)) ?? [];
    const [, name = '', value = ''] = (words.length === 1 && /^(\w+)=(.*)$/s.exec(words[0] ?? '')) || [];
    if (name !== '') environment[name] = value;
    return words;
  });
  return firstThatCounts(lines, { ...self, environment }, depth);
}

/** What one of several commands starts: this app if any of them does, else one that no longer exists. */
function firstThatCounts(commands: readonly (readonly string[])[], self: ThisApp, depth: number): Started {
  const all = commands.map((words) => startedByWords(words, self, depth - 1));
  return all.find(({ what }) => what === 'this-app') ?? all.find(({ what }) => what === 'gone') ?? { what: 'other' };
}

/** Null for a program that isn't OctoGlance by its location or name. */
function judged(path: string | null, args: readonly string[], self: ThisApp): Started | null {
  if (path === null) return null;
  // It may exist now, but not at the next login.
  if (!isLasting(path)) return /octoglance|AppRun$/i.test(path) ? { what: 'gone', path } : null;
  if (self.program !== null && isSame(path, self.program)) {
    const { codeFolder } = self;
    const isThisCode = codeFolder === null || args.some((word) => isSame(word, codeFolder));
    return isThisCode ? { what: 'this-app', args } : null;
  }
  if (isOurAppImage(path) || isUnpackedApp(path)) return { what: 'this-app', args };
  return /octoglance/i.test(basename(path)) && !existsSync(path) ? { what: 'gone', path } : null;
}

/** Whether it is the program of a packaged app, or the AppRun by which an AppImage starts it. */
function isUnpackedApp(path: string): boolean {
  if (!/^(octoglance|AppRun)$/.test(basename(path))) return false;
  try {
    const folder = dirname(realpathSync(path));
    return existsSync(join(folder, 'octoglance')) && existsSync(join(folder, 'resources', 'app.asar'));
  } catch {
    return false;
  }
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

/** Looks up a program in `PATH` like a shell does; null if it isn't found. */
export function inPath(name: string, environment: NodeJS.ProcessEnv): string | null {
  if (name === '' || name.includes('/')) return null;
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (isAbsolute(folder) && isExecutable(path)) return path;
  }
  return null;
}

/** Whether the path is an executable file. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Expands `~` and variables with their values at that point; unknown variables are kept. */
function withValues(command: string, environment: NodeJS.ProcessEnv): string {
  const home = environment['HOME'] ?? '~';
  return command
    .replace(/(^|[\s="'])~(?=\/)/g, (_, before: string) => before + home)
    .replace(
      /\$(?:\{(\w+)\}|(\w+))/g,
      (whole, braced?: string, bare?: string) => environment[braced ?? bare ?? ''] ?? whole,
    );
}
