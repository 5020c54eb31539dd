import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { autostartPath } from '../../../src/desktop/integration/autostart-entry.ts';
import { createLoginStart } from '../../../src/desktop/integration/login-item.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-login-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Electron's login item settings, which Linux does not have. */
export function loginItems(responses: {
  readonly follows: boolean;
  readonly packaged?: boolean;
  readonly launchesOnStart?: boolean;
}) {
  const calls: Electron.Settings[] = [];
  const app = {
    isPackaged: responses.packaged ?? true,
    setLoginItemSettings: (settings: Electron.Settings) => void calls.push(settings),
    getLoginItemSettings: () =>
      ({
        openAtLogin: responses.follows && calls.at(-1)?.openAtLogin === true,
        wasOpenedAtLogin: true,
        status: 'requires-approval',
        ...(responses.launchesOnStart === undefined ? {} : { executableWillLaunchAtLogin: responses.launchesOnStart }),
      }) as Electron.LoginItemSettings,
  };
  return { app, calls };
}

export interface Linux {
  readonly packaged?: boolean;
  readonly executable?: string | null;
  readonly ownProfile?: boolean;
  readonly desktop?: string;
}

/** A home folder with an installed app in it. */
export function onLinux({ packaged = true, executable, ownProfile = false, desktop = 'KDE' }: Linux = {}) {
  const home = temporaryFolder();
  const program = executable === undefined ? join(home, 'opt', 'octoglance') : executable;
  if (program !== null) put(program, '', 0o755);
  const { app, calls } = loginItems({ follows: false, packaged });
  const system = join(home, 'etc', 'xdg');
  const environment = {
    HOME: home,
    PATH: '/usr/bin:/bin',
    XDG_CURRENT_DESKTOP: desktop,
    XDG_CONFIG_DIRS: system,
  };
  const profile = join(home, '.config', 'OctoGlance');
  const messages = () => messagesFor('en');
  const start = createLoginStart({
    app,
    platform: 'linux',
    environment,
    executable: program,
    profile,
    ownProfile,
    demo: false,
    messages,
  });
  const file = autostartPath(environment);
  const entry = () => readFileSync(file, 'utf8');
  return {
    start,
    calls,
    file,
    home,
    program: program ?? '',
    profile,
    system: join(system, 'autostart', 'octoglance.desktop'),
    entry,
  };
}

export function put(path: string, text: string, mode = 0o644): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

/** An autostart entry with these lines after the usual ones. */
export const withLines = (...lines: readonly string[]) =>
  ['[Desktop Entry]', 'Type=Application', 'Name=Mine', ...lines, ''].join('\n');
