import type { App } from 'electron';
import type { Answer } from '../../domain/results.ts';
import type { Messages } from '../../i18n/messages.ts';
import { createAutostart } from './autostart-switch.ts';

/** Where the app runs; given from outside, so that every system's way can be told apart. */
export interface LoginStartPlace {
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The program that is there at the next login too, absolute; null where nobody knows which that is. */
  readonly executable: string | null;
  /** The folder of the app's data, absolute. */
  readonly profile: string;
  /** Started with that folder as a flag: the start at login needs the flag as well. */
  readonly ownProfile: boolean;
  readonly words: () => Messages;
}

export interface LoginStart {
  /** Makes the system start the app, hidden, at each login, or stops it. Never throws; says why it cannot. */
  apply(enabled: boolean): Answer;
  /** Whether the system starts this app at the next login, whoever saw to that. Changes nothing, never throws. */
  isEnabled(): boolean;
  /** Where the app was moved: has the system start it from its present place. Never throws. */
  repair(): void;
  /** macOS gives a login item no arguments: true where the app was started at login and has to stay hidden. */
  wasStartedAtLogin(): boolean;
}

/** Windows compares them with what it has stored. macOS takes none. */
const hidden = ['--hidden'];

/**
 * Start at login on three systems: a login item on Windows and macOS, an autostart entry on Linux, where
 * `setLoginItemSettings` does nothing. A development run writes none: its entry would start a bare Electron.
 */
export function createLoginStart(place: LoginStartPlace): LoginStart {
  const { app, environment, executable, profile } = place;
  const texts = () => place.words().errors;
  const onLinux = place.platform !== 'win32' && place.platform !== 'darwin';
  const autostart = createAutostart({
    self: { program: executable, codeFolder: null, environment },
    profile,
    args: [...hidden, ...(place.ownProfile ? [`--user-data-dir=${profile}`] : [])],
  });

  function applyLoginItem(enabled: boolean): Answer {
    app.setLoginItemSettings({ openAtLogin: enabled, ...(place.platform === 'win32' ? { args: hidden } : {}) });
    if (isLoginItemOn() === enabled) return { ok: true };
    // macOS 13 and later lets the user decide about new login items.
    return refused(texts().allowLoginItem, loginItem().status ?? null);
  }

  function refused(remedy: string, code: string | null): Answer {
    const { startAtLogin: title, systemAnswer } = texts();
    return { ok: false, message: { title, text: remedy, smallPrint: code === null ? null : systemAnswer(code) } };
  }

  function loginItem() {
    return app.getLoginItemSettings(place.platform === 'win32' ? { args: hidden } : {});
  }

  /** On Windows the Task Manager and Settings switch an item off and leave it in its place. */
  function isLoginItemOn(): boolean {
    const { openAtLogin, executableWillLaunchAtLogin } = loginItem();
    return openAtLogin && (place.platform !== 'win32' || executableWillLaunchAtLogin !== false);
  }

  function applyEntry(enabled: boolean): Answer {
    if (enabled && executable === null) return refused(texts().fileOfAppImage, null);
    if (enabled) autostart.turnOn();
    else autostart.turnOff();
    // What the desktop makes of it, not what was written, is what counts.
    return autostart.isOn() === enabled ? { ok: true } : refused(texts().moveAway(autostart.path), null);
  }

  return {
    apply(enabled) {
      if (!app.isPackaged && enabled) {
        return refused(texts().onlyInstalled, null);
      }
      try {
        if (!app.isPackaged) return { ok: true };
        return onLinux ? applyEntry(enabled) : applyLoginItem(enabled);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : null;
        if (!onLinux) return refused(texts().afterNextLogin, code);
        return refused((code === 'EISDIR' ? texts().moveAway : texts().makeWritable)(autostart.path), code);
      }
    },
    isEnabled() {
      if (!app.isPackaged) return false;
      try {
        return onLinux ? autostart.isOn() : isLoginItemOn();
      } catch {
        return false;
      }
    },
    repair() {
      if (!app.isPackaged || !onLinux) return;
      try {
        autostart.repair();
      } catch {
        // Settings show that it is off; switching it on there says why it cannot be written.
      }
    },
    wasStartedAtLogin() {
      return place.platform === 'darwin' && app.isPackaged && loginItem().wasOpenedAtLogin === true;
    },
  };
}
