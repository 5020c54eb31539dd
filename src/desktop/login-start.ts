import type { App } from 'electron';
import type { Answer } from '../ipc/contract.ts';
import { autostartPath, entryState, removeEntry, startedProgram, writeEntry } from './autostart-entry.ts';

/** Where the app runs; given from outside, so that every system's way can be told apart. */
export interface LoginStartPlace {
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly executable: string;
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
  const { app, environment } = place;
  const program = startedProgram(environment, place.executable);
  const path = autostartPath(environment);
  const onLinux = place.platform !== 'win32' && place.platform !== 'darwin';

  function applyLoginItem(enabled: boolean): Answer {
    app.setLoginItemSettings({ openAtLogin: enabled, ...(place.platform === 'win32' ? { args } : {}) });
    if (loginItem().openAtLogin === enabled) return { ok: true };
    // macOS 13 and later lets the user decide about new login items.
    return refused('Allow OctoGlance under Login Items in the system settings.', loginItem().status ?? null);
  }

  function loginItem() {
    return app.getLoginItemSettings(place.platform === 'win32' ? { args } : {});
  }

  return {
    apply(enabled) {
      if (!app.isPackaged && enabled) {
        return refused(
          'Only the installed app can start at login. Install OctoGlance, then switch this on there.',
          null,
        );
      }
      try {
        if (!onLinux) return app.isPackaged ? applyLoginItem(enabled) : { ok: true };
        if (enabled) writeEntry(path, program);
        else removeEntry(path);
        return { ok: true };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : null;
        const remedy = onLinux ? `Make ${path} writable, then try again.` : 'Try again after the next login.';
        return refused(remedy, code);
      }
    },
    isEnabled() {
      if (!app.isPackaged) return false;
      try {
        if (!onLinux) return loginItem().openAtLogin;
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

function refused(remedy: string, code: string | null): Answer {
  const title = 'Start at login could not be changed';
  return { ok: false, message: { title, text: remedy, smallPrint: code === null ? null : `System answer ${code}` } };
}
