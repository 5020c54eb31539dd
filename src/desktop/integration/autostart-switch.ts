import { join, resolve } from 'node:path';
import { readDesktopFile, withKey } from '../../startup/desktop-file.ts';
import { readFlags } from '../../startup/flags.ts';
import { profileFolder } from '../../startup/profile.ts';
import {
  autostartEntry,
  autostartFolder,
  autostartName,
  autostartPath,
  canTry,
  desktops,
  effectOf,
  namesIn,
  offSwitches,
  systemAutostartFolders,
} from './autostart-entry.ts';
import { type AutostartEntry, entriesIn } from './autostart-file.ts';
import { escapedValue, execLine } from './desktop-exec.ts';
import { execWords, plainValue } from './exec-words.ts';
import type { ThisApp } from './started-program.ts';
import { isMenuLink, kindOf, removeUsersFile, writeUsersFile } from './users-file.ts';

export interface AutostartParts {
  readonly self: ThisApp;
  /** Absolute path of the profile folder. */
  readonly profile: string;
  /** Whether that folder was given as a flag; without one, the usual profile is started. */
  readonly ownProfile: boolean;
  /** Arguments for the program at login, such as `--hidden`. */
  readonly args: readonly string[];
}

/**
 * The autostart entries that start this app. The user may have edited OctoGlance's own entry, or have others that the
 * desktop created under the name of the app's menu entry. They are changed as little as possible, and only on request.
 * All methods except `isOn` throw if an entry can't be changed.
 */
export interface Autostart {
  /** Path of OctoGlance's own entry. */
  readonly path: string;
  /** Whether the desktop starts this app with this profile at the next login. Never throws. */
  isOn(): boolean;
  turnOn(): void;
  turnOff(): void;
  /** Changes an entry that starts an OctoGlance that no longer exists to start this one. */
  repair(): void;
}

/** Hiding or removing an entry may uncover a system entry of the same name, so this is repeated. */
const mostRounds = 5;

export function createAutostart({ self, profile, ownProfile, args }: AutostartParts): Autostart {
  const { environment, program } = self;
  const path = autostartPath(environment);

  const folder = autostartFolder(environment);

  /** The active entries that may concern this app, OctoGlance's own first. */
  function entries(): readonly AutostartEntry[] {
    const concernsUs = (name: string, text: string | null) =>
      name === autostartName ||
      /octoglance/i.test(text ?? '') ||
      (program !== null && text?.includes(program) === true);
    return entriesIn([folder, ...systemAutostartFolders(environment)], autostartName).filter(({ name, text }) =>
      concernsUs(name, text),
    );
  }
  const running = () => entries().filter(({ text }) => runsThisApp(text));

  function runsThisApp(text: string | null): boolean {
    if (text === null) return false;
    const { runs, started } = effectOf(text, self);
    return runs && started.what === 'this-app' && isForProfile(started.args);
  }

  function isForProfile(given: readonly string[]): boolean {
    const { demo, userDataFolder } = readFlags(given);
    if (demo) return false;
    if (userDataFolder === null) return !ownProfile;
    const places = { usual: profile, home: environment['HOME'] ?? '/', workingFolder: null };
    return profileFolder({ userDataFolder, demo }, places) === resolve(profile);
  }

  function switchedOn(text: string, command: readonly [string, ...string[]]): string {
    const keys = readDesktopFile(text);
    let changed = text;
    const set = (key: string, value: string | null) => {
      changed = withKey(changed, key, value);
    };
    for (const [key, isOff] of Object.entries(offSwitches)) {
      const value = keys.get(key);
      if (value !== undefined && isOff(value)) set(key, key.endsWith('-enabled') ? 'true' : null);
    }
    const before = effectOf(text, self).started;
    const tried = keys.get('TryExec');
    if (tried !== undefined && before.what === 'gone' && plainValue(tried) === before.path)
      set('TryExec', escapedValue(command[0]));
    else if (!canTry(tried, environment)) set('TryExec', null);
    const [here] = desktops(environment);
    const only = keys.get('OnlyShowIn');
    if (only !== undefined && here === undefined) set('OnlyShowIn', null);
    else if (only !== undefined && !namesIn(only).some((name) => desktops(environment).includes(name)))
      set('OnlyShowIn', `${[...namesIn(only), here].join(';')};`);
    const not = namesIn(keys.get('NotShowIn') ?? '').filter((name) => !desktops(environment).includes(name));
    if (keys.has('NotShowIn')) set('NotShowIn', not.length === 0 ? null : `${not.join(';')};`);
    const exec = keys.get('Exec') ?? '';
    const { started } = effectOf(changed, self);
    if (started.what === 'gone') set('Exec', withProgram(exec, started.path, command));
    if (!runsThisApp(changed)) set('Exec', execLine(command));
    return runsThisApp(changed) ? changed : autostartEntry(command);
  }

  /**
   * Disables an entry. The user's version is kept; OctoGlance's own unchanged entry is removed, and a link to its entry
   * in the app menu, which stays there.
   */
  function switchOff({ name, path: at, text }: AutostartEntry): void {
    const isUsers = at === join(folder, name);
    const isOwn = name === autostartName && kindOf(at) === 'file' && isAsWritten(text ?? '');
    if (isUsers && (isOwn || isMenuLink(at))) removeUsersFile(at);
    else writeUsersFile(join(folder, name), withKey(text ?? '', 'Hidden', 'true'));
  }

  return {
    path,
    isOn: () => running().length > 0,
    turnOn() {
      if (program === null || running().length > 0) return;
      const command = [program, ...args] as const;
      const users = entries().filter((entry) => entry.path === join(folder, entry.name));
      const own = users.find(({ name }) => name === autostartName);
      const other = users.find(({ text }) => text !== null && effectOf(text, self).started.what !== 'other');
      const chosen = own ?? other;
      // An unreadable file is not replaced: its purpose is unknown.
      if (chosen?.text === null && kindOf(chosen.path) === 'file')
        throw Object.assign(new Error('Unreadable'), { code: 'EACCES' });
      writeUsersFile(
        chosen?.path ?? path,
        chosen === undefined || chosen.text === null ? autostartEntry(command) : switchedOn(chosen.text, [...command]),
      );
    },
    turnOff() {
      for (let round = 0, on = running(); on.length > 0 && round < mostRounds; round += 1, on = running())
        for (const entry of on) switchOff(entry);
    },
    repair() {
      if (program === null || running().length > 0) return;
      const isOfGone = ({ text }: AutostartEntry) => {
        const { runs, started } = effectOf(text ?? '', self);
        return runs && started.what === 'gone';
      };
      const moved = entries().find((entry) => entry.path === join(folder, entry.name) && isOfGone(entry));
      if (moved !== undefined) writeUsersFile(moved.path, switchedOn(moved.text ?? '', [program, ...args]));
    },
  };
}

/** Whether the entry is unchanged since OctoGlance wrote it. */
function isAsWritten(text: string): boolean {
  const words = execWords(readDesktopFile(text).get('Exec') ?? '');
  return words !== null && isCommand(words) && text === autostartEntry(words);
}

function isCommand(words: readonly string[]): words is readonly [string, ...string[]] {
  return words.length > 0;
}

const plainPath = /^[\w@./:=+,-]+$/;

/** Replaces the program in the command and keeps the rest; returns the standard command if that isn't possible. */
function withProgram(exec: string, path: string, command: readonly [string, ...string[]]): string {
  const [program] = command;
  const quoted = execLine([path]);
  if (plainPath.test(path) && plainPath.test(program)) return exec.replaceAll(path, program);
  return exec.startsWith(quoted) ? execLine([program]) + exec.slice(quoted.length) : execLine(command);
}
