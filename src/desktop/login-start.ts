import type { App } from 'electron';
import type { Words } from '../domain/words/words.ts';
import type { Answer } from '../ipc/contract.ts';
import { autostartPath, entryState, removeEntry, writeEntry } from './autostart-entry.ts';

/** Where the app runs; given from outside, so that every system's way can be told apart. */
export interface LoginStartPlace {
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The program that is there at the next login too, absolute; null where nobody knows which that is. */
  readonly executable: string | null;
  readonly words: () => Words;
}

export interface LoginStart {
  /** Makes the system start the app, hidden, at each login, or stops it. Never throws; says why it cannot. */
  apply(enabled: boolean): Answer;
  /** Whether the system starts this app at login. An entry that points elsewhere counts, and is repaired. Never throws. */
  isEnabled(): boolean;
  /** macOS gives a login item no arguments: true where the app was started at login and has to stay hidden. */
  wasStartedAtLogin(): boolean;
}

/** Windows compares them with what it has stored. macOS takes none. */
const args = ['--hidden'];

/**
 * Start at login on three systems: a login item on Windows and macOS, an autostart entry on Linux, where
 * `setLoginItemSettings` does nothing. A development run writes none: its entry would start a bare Electron.
 */
export function createLoginStart(place: LoginStartPlace): LoginStart {
  const { app, environment, executable: program } = place;
  const path = autostartPath(environment);
  const said = () => place.words().deeds;
  const onLinux = place.platform !== 'win32' && place.platform !== 'darwin';

  function applyLoginItem(enabled: boolean): Answer {
    app.setLoginItemSettings({ openAtLogin: enabled, ...(place.platform === 'win32' ? { args } : {}) });
    if (loginItem().openAtLogin === enabled) return { ok: true };
    // macOS 13 and later lets the user decide about new login items.
    return refused(said().allowLoginItem, loginItem().status ?? null);
  }

  function refused(remedy: string, code: string | null): Answer {
    const { startAtLogin: title, systemAnswer } = said();
    return { ok: false, message: { title, text: remedy, smallPrint: code === null ? null : systemAnswer(code) } };
  }

  function loginItem() {
    return app.getLoginItemSettings(place.platform === 'win32' ? { args } : {});
  }

  return {
    apply(enabled) {
      if (!app.isPackaged && enabled) {
        return refused(said().onlyInstalled, null);
      }
      try {
        if (!onLinux) return app.isPackaged ? applyLoginItem(enabled) : { ok: true };
        if (enabled && program === null) return refused(said().fileOfAppImage, null);
        if (enabled && program !== null) writeEntry(path, program);
        else removeEntry(path);
        return { ok: true };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : null;
        const remedy = onLinux ? said().makeWritable(path) : said().afterNextLogin;
        return refused(remedy, code);
      }
    },
    isEnabled() {
      if (!app.isPackaged) return false;
      try {
        if (!onLinux) return loginItem().openAtLogin;
        if (program === null) return false;
        const state = entryState(path, program);
        if (state === 'other') writeEntry(path, program);
        return state === 'here' || state === 'other';
      } catch {
        return false;
      }
    },
    wasStartedAtLogin() {
      return place.platform === 'darwin' && app.isPackaged && loginItem().wasOpenedAtLogin === true;
    },
  };
}
