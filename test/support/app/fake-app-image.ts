import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The first bytes of every AppImage of type 2: an ELF header with `AI` and 2 in its padding. */
export const appImageHead = Buffer.from('7f454c46020101004149020000000000', 'hex');

/** Writes a file that looks like an AppImage. Returns its path. */
export function putAppImage(path: string, rest = 'The old version'): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.concat([appImageHead, Buffer.from(rest)]));
  chmodSync(path, 0o755);
  return path;
}

/** Returns the files that {@link makeAppDir} creates in a folder. */
export function appDirFiles(folder: string, name = 'OctoGlance'): readonly string[] {
  return [join(folder, 'AppRun'), join(folder, `io.github.octoglance.${name}.desktop`)];
}

/** Adds what the packaging tool adds to an app for an AppImage: AppRun and a desktop file. */
export function makeAppDir(folder: string, name = 'OctoGlance', program = 'octoglance'): void {
  mkdirSync(folder, { recursive: true });
  const [appRun = '', entry = ''] = appDirFiles(folder, name);
  writeFileSync(appRun, `#!/bin/sh\nexec "$APPDIR/${program}" "$@"\n`, { mode: 0o755 });
  const lines = ['[Desktop Entry]', `Name=${name}`, 'Exec=AppRun %U', 'Type=Application', `Icon=${program}`, ''];
  writeFileSync(entry, lines.join('\n'));
}
