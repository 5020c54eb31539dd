import { isAbsolute, join, resolve } from 'node:path';
import { readDesktopFile, withKey } from '../../startup/desktop-file.ts';
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
import { type AutostartEntry, entriesIn, kindOf, removeEntry, writeEntry } from './autostart-file.ts';
import { execLine } from './desktop-exec.ts';
import { execWords } from './exec-words.ts';
import type { ThisApp } from './started-program.ts';

export interface AutostartParts {
  readonly self: ThisApp;
  /** The folder of this app's data, absolute. */
  readonly profile: string;
  /** What the program is given at login, such as `--hidden`. */
  readonly args: readonly string[];
}

/**
 * The autostart entries that start this app. The user may have changed OctoGlance's own by hand, and have others, which
 * desktops make under the name of the app's menu entry. They are changed as little as it takes, and only when somebody asks
 * for that. Each but `isOn` throws when an entry cannot be changed.
 */
export interface Autostart {
  /** The one that OctoGlance writes. */
  readonly path: string;
  /** Whether the desktop starts this app, with this profile, at the next login. Never throws. */
  isOn(): boolean;
  turnOn(): void;
  turnOff(): void;
  /** Has an entry that starts an OctoGlance which is gone start this one. */
  repair(): void;
}

/** Each entry that is hidden or removed may bring up one of the system's. */
const mostRounds = 5;

export function createAutostart({ self, profile, args }: AutostartParts): Autostart {
  const { environment, program } = self;
  const path = autostartPath(environment);

  const folder = autostartFolder(environment);

  /** Those that the desktop uses and that may have to do with this app, OctoGlance's own first. */
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
    const named = given.flatMap((word, at) => {
      if (word === '--user-data-dir') return given[at + 1] ?? [];
      return word.startsWith('--user-data-dir=') ? word.slice('--user-data-dir='.length) : [];
    });
    const [folder] = named;
    return folder === undefined || (isAbsolute(folder) && resolve(folder) === resolve(profile));
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
    if (!canTry(keys.get('TryExec'), environment)) set('TryExec', null);
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

  /** One that is switched off is kept as the user made it; OctoGlance's own is removed. */
  function switchOff({ name, path: at, text }: AutostartEntry): void {
    const isUsers = at === join(folder, name);
    if (isUsers && name === autostartName && kindOf(at) === 'file' && isAsWritten(text ?? '')) removeEntry(at);
    else writeEntry(join(folder, name), withKey(text ?? '', 'Hidden', 'true'));
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
      // What cannot be read is not replaced: nobody knows what it was for.
      if (chosen?.text === null && kindOf(chosen.path) === 'file')
        throw Object.assign(new Error('Unreadable'), { code: 'EACCES' });
      writeEntry(
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
      if (moved !== undefined) writeEntry(moved.path, switchedOn(moved.text ?? '', [program, ...args]));
    },
  };
}

/** Whether nobody has changed the entry since OctoGlance wrote it. */
function isAsWritten(text: string): boolean {
  const words = execWords(readDesktopFile(text).get('Exec') ?? '');
  return words !== null && text === autostartEntry(words);
}

const plainPath = /^[\w@./:=+,-]+$/;

/** The command with another program in it, and all else as it was; the whole command again where that cannot be determined. */
function withProgram(exec: string, path: string, command: readonly [string, ...string[]]): string {
  const [program] = command;
  const quoted = execLine([path]);
  if (plainPath.test(path) && plainPath.test(program)) return exec.replaceAll(path, program);
  return exec.startsWith(quoted) ? execLine([program]) + exec.slice(quoted.length) : execLine(command);
}
