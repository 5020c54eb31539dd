import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, sep } from 'node:path';
import type { AppImage } from './app-image.ts';

/**
 * Variables set by an AppImage's runtime for its program. Programs that inherit them take them as their own: updaters,
 * restarts and Electron apps started by a browser trust `APPIMAGE`.
 */
const ofAppImage = [
  ...['APPIMAGE', 'APPDIR', 'OWD', 'ARGV0'],
  // Instructions for another AppImage: with these our own would start that one, or nothing.
  ...['TARGET_APPIMAGE', 'APPIMAGE_SILENT_INSTALL', 'APPIMAGE_EXIT_AFTER_INSTALL'],
];

/** Path lists to which the launcher in an AppImage adds folders of the image. */
const lists = ['PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'GSETTINGS_SCHEMA_DIR'];

/**
 * Removes from `environment` whatever describes another program or would mislead programs started from this one.
 * `image` is the running AppImage, or null, determined beforehand. The image's folders are removed too: they are in
 * /tmp, disappear when the app ends, and could then be created by anyone. libsecret replaces the keychain by a file if
 * `SNAP_NAME` is set, so a snap's variables are kept only for programs inside it, and `FLATPAK_ID` only inside a
 * Flatpak.
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
 * The environment of the session. A folder next to an AppImage, named after it with `.home` or `.config`, replaces the
 * user's own; the desktop doesn't know about that and uses the user's own for autostart and links. `home` returns the
 * user's home folder according to the system, and may throw; it is only called if needed.
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
