import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, sep } from 'node:path';
import type { AppImage } from './app-image.ts';

/**
 * What an AppImage's runtime tells the program in it. Whoever inherits it takes it for news about itself: updaters,
 * restarts and Electron apps that a browser starts believe `APPIMAGE`.
 */
const ofAppImage = [
  ...['APPIMAGE', 'APPDIR', 'OWD', 'ARGV0'],
  // What a start of another AppImage was to do: with these our own would start that one, or nothing.
  ...['TARGET_APPIMAGE', 'APPIMAGE_SILENT_INSTALL', 'APPIMAGE_EXIT_AFTER_INSTALL'],
];

/** Lists of folders to which the launcher in an AppImage adds folders of the image. */
const lists = ['PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'GSETTINGS_SCHEMA_DIR'];

/**
 * Takes out of `environment` what describes another program, or will mislead whatever this one starts. `image` is the
 * AppImage that it runs from, or null, found out before. The folders of the image go too: they are in /tmp, gone when the
 * app ends, and could then be anybody's. libsecret uses a file in place of the keychain
 * where `SNAP_NAME` is set, so a snap's variables are left only to what lies in it, and `FLATPAK_ID` only inside a Flatpak.
 */
export function dropForeignEnvironment(
  environment: NodeJS.ProcessEnv,
  executable: string,
  image: AppImage | null,
): void {
  const folders = image === null ? [] : [image.folder, environment['APPDIR'] ?? image.folder];
  for (const name of ofAppImage) delete environment[name];
  for (const name of lists) dropFolders(environment, name, folders);
  const snap = environment['SNAP'];
  if (!(snap !== undefined && isAbsolute(snap) && liesIn(snap, executable))) {
    for (const name of Object.keys(environment)) if (/^SNAP(_|$)/.test(name)) delete environment[name];
  }
  if (!existsSync('/.flatpak-info')) delete environment['FLATPAK_ID'];
}

/**
 * The environment of the session. Beside an AppImage a folder named after it with `.home` or `.config` takes the place of
 * the user's; the desktop knows nothing of that, and looks for what starts at login and opens links in the user's own.
 * `home` asks the system for the user's home
 * folder, and may throw; it is asked only where it is needed.
 */
export function sessionEnvironment(
  environment: NodeJS.ProcessEnv,
  image: AppImage | null,
  home: () => string,
): NodeJS.ProcessEnv {
  const session = { ...environment };
  if (image === null) return session;
  if (session['HOME'] === `${image.file}.home`) session['HOME'] = home();
  if (session['XDG_CONFIG_HOME'] === `${image.file}.config`) delete session['XDG_CONFIG_HOME'];
  return session;
}

function dropFolders(environment: NodeJS.ProcessEnv, name: string, folders: readonly string[]): void {
  const value = environment[name];
  if (value === undefined || folders.length === 0) return;
  const isOfImage = (path: string) => folders.some((folder) => path === folder || path.startsWith(folder + sep));
  const kept = value.split(':').filter((path) => !isOfImage(path));
  if (kept.some((path) => path !== '')) environment[name] = kept.join(':');
  else delete environment[name];
}

function liesIn(folder: string, path: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}
