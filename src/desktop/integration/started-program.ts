import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { isLasting, isOurAppImage } from '../../startup/app-image.ts';
import { readDesktopFile } from '../../startup/desktop-file.ts';
import { isExecutable } from '../../startup/executable.ts';
import { readFlags } from '../../startup/flags.ts';
import { readHead } from '../../startup/read-head.ts';
import { desktopFileText } from './desktop-files.ts';
import { execWords, shellCommands, shellWords, withoutRedirections } from './exec-words.ts';

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
const starters = new RegExp(
  `^(${[
    'env|nice|ionice|nohup|setsid|chrt|taskset|stdbuf|timeout|time|exec|command|catchsegv|unbuffer|script|watch|flock',
    'choom|prlimit|numactl|cpulimit|schedtool|start-stop-daemon|cgexec|systemd-run|systemd-cat|systemd-inhibit',
    'gnome-session-inhibit|kde-inhibit|caffeinate|dbus-run-session|dbus-launch|ssh-agent|sudo|doas|su|runuser|pkexec',
    'setpriv|unshare|nsenter|firejail|bwrap|flatpak-spawn|distrobox-enter|toolbox|proxychains4?|torsocks|torify|tsocks',
    'strace|ltrace|xvfb-run|uwsm|uwsm-app|app2unit|appimage-run|appimaged.*|gamemoderun|mangohud|prime-run|optirun',
    'primusrun|vglrun|apulse|padsp|aoss|konsole|kitty|foot|alacritty|tilix|urxvt|[\\w-]*term(inal|inator)?',
    'x-terminal-emulator|xdg-terminal-exec',
  ].join('|')})$`,
  'i',
);

/** Programs that start what a desktop file says. */
const desktopFileStarters = /^(gtk-launch|dex|dex-autostart|gio|kioclient[56]?|kde-open[56]?|exo-open)$/;

/** What the raw `Exec` value `raw` starts. Never throws; files are read without blocking and never run. */
export function startedBy(raw: string, self: ThisApp): Started {
  return startedByExec(raw, self, deepest);
}

function startedByExec(raw: string, self: ThisApp, depth: number): Started {
  const words = execWords(raw);
  return words === null ? { what: 'other' } : startedByWords(words, self, depth);
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
  if (starters.test(name)) return startedByStarter(words, self, depth);
  if (desktopFileStarters.test(name)) return startedByDesktopFile(words, self, depth);
  if (path === null) return { what: 'other' };
  const script = readHead(path);
  return script?.startsWith('#!') === true ? startedByFile(script, words.slice(1), self, depth - 1) : { what: 'other' };
}

/** The first word that is a program counts, but one after an option may be the value of that option. */
function startedByStarter(words: readonly string[], self: ThisApp, depth: number): Started {
  const found: Started[] = [];
  for (let at = 1; at < words.length && found.every(({ what }) => what !== 'this-app'); at += 1) {
    const [word = ''] = words.slice(at);
    const isOption = words[at - 1]?.startsWith('-') === true;
    // `env -S` and `flock -c` take a whole command line.
    const isScript = isOption && /\s/.test(word) && !existsSync(word);
    found.push(isScript ? startedByScript(word, self, depth - 1) : startedByWords(words.slice(at), self, depth - 1));
    if (!isOption && isProgram(word, self.environment)) break;
  }
  return theOneThatCounts(found);
}

/** `gtk-launch NAME`, or `dex FILE`. */
function startedByDesktopFile(words: readonly string[], self: ThisApp, depth: number): Started {
  const last = words.findLast((word, at) => at > 0 && !word.startsWith('-')) ?? '';
  const named = last.endsWith('.desktop') ? last : `${last}.desktop`;
  const text = isAbsolute(named) ? readHead(named, 'utf8') : desktopFileText(named, self.environment);
  const exec = readDesktopFile(text ?? '').get('Exec');
  return exec === undefined ? { what: 'other' } : startedByExec(exec, self, depth - 1);
}

/** `sh -c SCRIPT`, or `sh FILE`. */
function startedByShell(words: readonly string[], self: ThisApp, depth: number): Started {
  const flag = words.findIndex((word, at) => at > 0 && /^-[a-z]*c$/.test(word));
  if (flag !== -1) return startedByScript(words[flag + 1] ?? '', self, depth - 1);
  const at = words.findIndex((word, place) => place > 0 && !word.startsWith('-'));
  const file = words[at];
  const text = file === undefined || !isAbsolute(file) ? null : readHead(file);
  return text === null ? { what: 'other' } : startedByFile(text, words.slice(at + 1), self, depth - 1);
}

/** A script that is called with these arguments, and may start what they name. */
function startedByFile(script: string, args: readonly string[], self: ThisApp, depth: number): Started {
  const quoted = args.map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(' ');
  return startedByScript(
    script.replace(/"\$[@*]"|\$[@*]/g, () => quoted),
    self,
    depth,
  );
}

function startedByScript(script: string, self: ThisApp, depth: number): Started {
  const environment: NodeJS.ProcessEnv = { ...self.environment };
  const lines = shellCommands(script).map((command) => {
    const words = withoutRedirections(shellWords(withValues(command, environment)) ?? []);
    const [, name = '', value = ''] = (words.length === 1 && /^(\w+)=(.*)$/s.exec(words[0] ?? '')) || [];
    if (name !== '') environment[name] = value;
    return words;
  });
  return firstThatCounts(lines, { ...self, environment }, depth);
}

/** What one of several commands starts: this app if any of them does, else one that no longer exists. */
function firstThatCounts(commands: readonly (readonly string[])[], self: ThisApp, depth: number): Started {
  return theOneThatCounts(commands.map((words) => startedByWords(words, self, depth - 1)));
}

function theOneThatCounts(all: readonly Started[]): Started {
  return all.find(({ what }) => what === 'this-app') ?? all.find(({ what }) => what === 'gone') ?? { what: 'other' };
}

/** Null for a program that isn't OctoGlance by its location or name. */
function judged(path: string | null, args: readonly string[], self: ThisApp): Started | null {
  if (path === null) return null;
  // It may exist now, but not at the next login.
  if (!isLasting(path)) return /octoglance|AppRun$/i.test(path) ? { what: 'gone', path } : null;
  if (self.program !== null && isSame(path, self.program)) {
    if (!existsSync(path)) return { what: 'gone', path };
    const { codeFolder } = self;
    const isThisCode = codeFolder === null || args.some((word) => isSame(word, codeFolder));
    return isThisCode ? appWith(args) : null;
  }
  if (isOurAppImage(path) || isUnpackedApp(path)) return appWith(args);
  return /octoglance/i.test(basename(path)) && !existsSync(path) ? { what: 'gone', path } : null;
}

/** `octoglance status` and `--version` start the program, but not the app. */
function appWith(args: readonly string[]): Started {
  const { command, print } = readFlags(args);
  return command === null && print === null ? { what: 'this-app', args } : { what: 'other' };
}

function isProgram(word: string, environment: NodeJS.ProcessEnv): boolean {
  return isAbsolute(word) ? isExecutable(word) : inPath(word, environment) !== null;
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
