import type { App } from 'electron';
import { errorCode } from '../../domain/error-code.ts';
import type { RequestResult } from '../../domain/results.ts';
import type { Messages } from '../../i18n/messages.ts';
import { isExecutable } from '../../startup/executable.ts';
import { createAutostart } from './autostart-switch.ts';

/** The environment of the app; injected so that tests can cover every system. */
export interface LoginItemSystem {
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Absolute path of a program that still exists at the next login; null if unknown. */
  readonly executable: string | null;
  /** Absolute path of the profile folder. */
  readonly profile: string;
  /** Whether that folder was given as a flag; the start at login then needs the same flag. */
  readonly ownProfile: boolean;
  /** Whether this is the demo, in whose place the app itself would start. */
  readonly demo: boolean;
  readonly messages: () => Messages;
}

export interface LoginStart {
  /** Turns the hidden start at login on or off. Never throws; returns the reason if it can't. */
  apply(enabled: boolean): RequestResult;
  /** Whether the system starts this app at the next login, whoever configured it. Changes nothing and never throws. */
  isEnabled(): boolean;
  /** If the app was moved, makes the system start it from its current location. Never throws. */
  repair(): void;
  /** Whether the app was started at login and has to stay hidden: macOS passes no arguments to login items. */
  wasStartedAtLogin(): boolean;
}

/** Windows compares these with the stored ones. macOS ignores them. */
const hidden = ['--hidden'];

/**
 * "Start at login" on three systems: a login item on Windows and macOS, an autostart entry on Linux, where
 * `setLoginItemSettings` does nothing. A development run doesn't create one: it would start plain Electron.
 */
export function createLoginStart(place: LoginItemSystem): LoginStart {
  const { app, environment, executable, profile } = place;
  const texts = () => place.messages().errors;
  const onLinux = place.platform !== 'win32' && place.platform !== 'darwin';
  // A login item on Windows and macOS starts the usual profile.
  const isOther = place.demo || (place.ownProfile && !onLinux);
  const canBeSet = app.isPackaged && !isOther;
  const autostart = createAutostart({
    self: { program: executable, codeFolder: null, environment },
    profile,
    ownProfile: place.ownProfile,
    args: [...hidden, ...(place.ownProfile ? [`--user-data-dir=${profile}`] : [])],
  });

  function applyLoginItem(enabled: boolean): RequestResult {
    if (enabled && executable === null) return refused(texts().onlyInstalled, null);
    app.setLoginItemSettings({ openAtLogin: enabled, ...(place.platform === 'win32' ? { args: hidden } : {}) });
    if (isLoginItemOn() === enabled) return { ok: true };
    // On macOS 13 and later the user has to allow new login items.
    return refused(texts().allowLoginItem, loginItem().status ?? null);
  }

  function refused(remedy: string, code: string | null): RequestResult {
    const { startAtLogin: title, systemResponse } = texts();
    return { ok: false, message: { title, text: remedy, smallPrint: code === null ? null : systemResponse(code) } };
  }

  function loginItem() {
    return app.getLoginItemSettings(place.platform === 'win32' ? { args: hidden } : {});
  }

  /** On Windows, Task Manager and Settings disable an item without removing it. */
  function isLoginItemOn(): boolean {
    const { openAtLogin, executableWillLaunchAtLogin } = loginItem();
    return openAtLogin && (place.platform !== 'win32' || executableWillLaunchAtLogin !== false);
  }

  /** The user may have moved or deleted it since the start. */
  function isProgramThere(): boolean {
    return executable !== null && isExecutable(executable);
  }

  function applyEntry(enabled: boolean): RequestResult {
    if (enabled && !isProgramThere()) return refused(texts().fileOfAppImage, null);
    if (enabled) autostart.turnOn();
    else autostart.turnOff();
    // What counts is how the desktop reads the entry, not what was written.
    return autostart.isOn() === enabled ? { ok: true } : refused(texts().moveAway(autostart.path), null);
  }

  return {
    apply(enabled) {
      if (isOther) return refused(place.demo ? texts().notInDemo : texts().onlyUsualProfile, null);
      if (!app.isPackaged && enabled) {
        return refused(texts().onlyInstalled, null);
      }
      try {
        if (!canBeSet) return { ok: true };
        return onLinux ? applyEntry(enabled) : applyLoginItem(enabled);
      } catch (error) {
        const code = errorCode(error);
        if (!onLinux) return refused(texts().afterNextLogin, code);
        return refused((code === 'EISDIR' ? texts().moveAway : texts().makeWritable)(autostart.path), code);
      }
    },
    isEnabled() {
      if (!canBeSet) return false;
      try {
        return onLinux ? autostart.isOn() : isLoginItemOn();
      } catch {
        return false;
      }
    },
    repair() {
      if (!canBeSet || !onLinux || !isProgramThere()) return;
      try {
        autostart.repair();
      } catch {
        // Settings show it as off; turning it on there reports why it can't be written.
      }
    },
    wasStartedAtLogin() {
      return place.platform === 'darwin' && app.isPackaged && loginItem().wasOpenedAtLogin === true;
    },
  };
}
