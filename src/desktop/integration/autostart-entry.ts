import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { isTrue, readDesktopFile } from '../../startup/desktop-file.ts';
import { isExecutable } from '../../startup/executable.ts';
import { escapedValue, execLine } from './desktop-exec.ts';
import { plainValue } from './exec-words.ts';
import { inPath, type Started, startedBy, type ThisApp } from './started-program.ts';

/**
 * Start at login on Linux: a desktop file in the user's autostart folder or in one of the system's. Source:
 * freedesktop.org, Desktop Application Autostart Specification 0.5 and Desktop Entry Specification 1.0 and later.
 */

/** The name of OctoGlance's own entry. */
export const autostartName = 'octoglance.desktop';

/** `$XDG_CONFIG_HOME`; a relative path counts as unset, as the specification requires. */
export function configurationHome(environment: NodeJS.ProcessEnv): string {
  const set = environment['XDG_CONFIG_HOME'];
  return set !== undefined && isAbsolute(set) ? set : join(environment['HOME'] ?? homedir(), '.config');
}

/** The user's own folder, `$XDG_CONFIG_HOME/autostart`. */
export function autostartFolder(environment: NodeJS.ProcessEnv): string {
  return join(configurationHome(environment), 'autostart');
}

/** Path of OctoGlance's own entry. */
export function autostartPath(environment: NodeJS.ProcessEnv): string {
  return join(autostartFolder(environment), autostartName);
}

/** The system's autostart folders. For each name the user's entry wins, then the first of these. */
export function systemAutostartFolders(environment: NodeJS.ProcessEnv): readonly string[] {
  const folders = (environment['XDG_CONFIG_DIRS'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return (folders.length === 0 ? ['/etc/xdg'] : folders).map((folder) => join(folder, 'autostart'));
}

/**
 * The text of the desktop file; `command` is the program and its arguments. Desktops ignore it once the program is
 * gone, as after uninstalling, because of `TryExec`. Never throws; line breaks are escaped.
 */
export function autostartEntry(command: readonly [string, ...string[]]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=OctoGlance',
    'Comment=Your 3D printers on OctoEverywhere, at a glance',
    `TryExec=${escapedValue(command[0])}`,
    `Exec=${execLine(command)}`,
    'Icon=octoglance',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Keys by which desktops disable an entry, each with a test for the disabling value. KDE and Xfce write `Hidden`. */
export const offSwitches: Readonly<Record<string, (value: string) => boolean>> = {
  Hidden: isTrue,
  'X-GNOME-Autostart-enabled': (value) => !isTrue(value),
  'X-MATE-Autostart-enabled': (value) => !isTrue(value),
  'X-systemd-skip': isTrue,
};

/** What an entry does at the next login. */
export interface EntryEffect {
  /** Whether the desktop runs it at all, or would if what it starts weren't gone. */
  readonly runs: boolean;
  /** What it would start. */
  readonly started: Started;
}

/** What the desktop file with this text does, judged by its own keys and the current desktop. Never throws. */
export function effectOf(text: string, self: ThisApp): EntryEffect {
  const keys = readDesktopFile(text);
  const started = startedBy(keys.get('Exec') ?? '', self);
  const isOff = Object.entries(offSwitches).some(([key, off]) => keys.has(key) && off(keys.get(key) ?? ''));
  const tried = keys.get('TryExec');
  // If it names the program that is gone, the user didn't switch anything off.
  const isGone = started.what === 'gone' && tried !== undefined && plainValue(tried) === started.path;
  const runs = !isOff && isForDesktop(keys, self.environment) && (isGone || canTry(tried, self.environment));
  return { runs, started };
}

/** The names of the running desktop. */
export function desktops(environment: NodeJS.ProcessEnv): readonly string[] {
  return (environment['XDG_CURRENT_DESKTOP'] ?? '').split(':').filter((name) => name !== '');
}

/** Splits a list value of a desktop file. */
export function namesIn(list: string): readonly string[] {
  return list.split(';').filter((name) => name !== '');
}

function isForDesktop(keys: ReadonlyMap<string, string>, environment: NodeJS.ProcessEnv): boolean {
  const only = keys.get('OnlyShowIn');
  const not = keys.get('NotShowIn');
  for (const desktop of desktops(environment)) {
    if (only !== undefined && namesIn(only).includes(desktop)) return true;
    if (not !== undefined && namesIn(not).includes(desktop)) return false;
  }
  return only === undefined;
}

/** Whether `TryExec` allows the entry: the program must exist. */
export function canTry(value: string | undefined, environment: NodeJS.ProcessEnv): boolean {
  if (value === undefined || value === '') return true;
  const program = plainValue(value);
  return isAbsolute(program) ? isExecutable(program) : inPath(program, environment) !== null;
}
