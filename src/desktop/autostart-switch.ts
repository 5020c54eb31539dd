import { isAbsolute, resolve } from 'node:path';
import { readStart } from '../startup/read-start.ts';
import {
  autostartEntry,
  autostartPath,
  canTry,
  desktops,
  effectOf,
  namesIn,
  offSwitches,
  systemAutostartPaths,
} from './autostart-entry.ts';
import { kindOf, removeEntry, writeEntry } from './autostart-file.ts';
import { readDesktopFile, withKey } from './desktop-file.ts';
import { execLine } from './exec-line.ts';
import { execWords } from './exec-words.ts';
import type { Self } from './started-program.ts';

export interface AutostartParts {
  readonly self: Self;
  /** The folder of this app's data, absolute. */
  readonly profile: string;
  /** What the program is given at login, such as `--hidden`. */
  readonly args: readonly string[];
}

/**
 * The autostart entry of a user who may have changed it by hand: it is changed as little as it takes, and only when
 * somebody asks for that. `path` is where it is. Each but `isOn` throws when the entry cannot be changed.
 */
export interface Autostart {
  readonly path: string;
  /** Whether the desktop starts this app, with this profile, at the next login. Never throws. */
  isOn(): boolean;
  turnOn(): void;
  turnOff(): void;
  /** Has an entry that starts an OctoGlance which is gone start this one. */
  repair(): void;
}

/** More is no autostart entry; as much as is read. */
const longestEntry = 65_535;

export function createAutostart({ self, profile, args }: AutostartParts): Autostart {
  const { environment, program } = self;
  const path = autostartPath(environment);

  const read = (file: string) => {
    const text = readStart(file, 'utf8');
    return text === null || text.length > longestEntry ? null : text;
  };
  /** The entry that the desktop uses where the user has none. */
  const systemText = () =>
    systemAutostartPaths(environment)
      .map(read)
      .find((text) => text !== null) ?? null;

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

  return {
    path,
    isOn: () => runsThisApp(isThere(path) ? read(path) : systemText()),
    turnOn() {
      if (program === null) return;
      const command = [program, ...args] as const;
      if (!isThere(path)) {
        if (!runsThisApp(systemText())) writeEntry(path, autostartEntry(command));
        return;
      }
      const text = read(path);
      // What cannot be read is not replaced: nobody knows what it was for.
      if (text === null && kindOf(path) === 'file') throw Object.assign(new Error('Unreadable'), { code: 'EACCES' });
      writeEntry(path, text === null ? autostartEntry(command) : switchedOn(text, [...command]));
    },
    turnOff() {
      const text = isThere(path) ? read(path) : null;
      if (text !== null && !runsThisApp(text)) return;
      // One that was changed by hand, or lies elsewhere, is kept for the day when it is switched on again.
      if (text !== null && (kindOf(path) === 'link' || !isAsWritten(text)))
        writeEntry(path, withKey(text, 'Hidden', 'true'));
      else if (text !== null) removeEntry(path);
      const system = systemText();
      if (!isThere(path) && system !== null && runsThisApp(system)) writeEntry(path, withKey(system, 'Hidden', 'true'));
    },
    repair() {
      const text = isThere(path) ? read(path) : null;
      if (text === null || program === null) return;
      const { runs, started } = effectOf(text, self);
      if (runs && started.what === 'gone') writeEntry(path, switchedOn(text, [program, ...args]));
    },
  };
}

/** A link to nothing is no entry: the desktop passes it over. */
function isThere(path: string): boolean {
  const kind = kindOf(path);
  return kind === 'link' ? readStart(path) !== null : kind !== 'nothing';
}

/** Whether nobody has changed the entry since OctoGlance wrote it. */
function isAsWritten(text: string): boolean {
  const words = execWords(readDesktopFile(text).get('Exec') ?? '');
  return words !== null && text === autostartEntry(words);
}

const plainPath = /^[\w@./:=+,-]+$/;

/** The command with another program in it, and all else as it was; the whole command anew where that cannot be told. */
function withProgram(exec: string, path: string, command: readonly [string, ...string[]]): string {
  const [program] = command;
  const quoted = execLine([path]);
  if (plainPath.test(path) && plainPath.test(program)) return exec.replaceAll(path, program);
  return exec.startsWith(quoted) ? execLine([program]) + exec.slice(quoted.length) : execLine(command);
}
