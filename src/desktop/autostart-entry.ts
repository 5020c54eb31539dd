import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { execLine } from './exec-line.ts';

/**
 * Start at login on Linux: a desktop file in the user's autostart folder.
 * Source: freedesktop.org, Desktop Application Autostart Specification 0.5 and Desktop Entry Specification 1.0 and later.
 */

/** `$XDG_CONFIG_HOME/autostart/octoglance.desktop`; a relative XDG_CONFIG_HOME counts as unset, as the standard says. */
export function autostartPath(environment: NodeJS.ProcessEnv): string {
  const set = environment['XDG_CONFIG_HOME'];
  const configuration = set !== undefined && isAbsolute(set) ? set : join(environment['HOME'] ?? homedir(), '.config');
  return join(configuration, 'autostart', 'octoglance.desktop');
}

/** The text of the desktop file. Throws nothing; a path with a line break comes out escaped. */
export function autostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=OctoGlance',
    'Comment=Your 3D printers on OctoEverywhere, at a glance',
    `Exec=${execLine([program, '--hidden'])}`,
    'Icon=octoglance',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * What an entry in the autostart folder does: `other` starts another program than this one (the app was moved), `off`
 * was switched off by the user in the desktop's own settings and is left so.
 */
export type EntryState = 'absent' | 'here' | 'other' | 'off';

/** Reads the entry. Throws when the file is there and cannot be read. */
export function entryState(path: string, program: string): EntryState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'absent';
    throw error;
  }
  const value = (key: string) => new RegExp(`^${key}[ \\t]*=[ \\t]*(.*?)[ \\t]*$`, 'm').exec(text)?.[1];
  if (value('Hidden') === 'true' || value('X-GNOME-Autostart-enabled') === 'false') return 'off';
  return value('Exec') === execLine([program, '--hidden']) ? 'here' : 'other';
}

/** Writes the entry, whole or not at all. Throws when it cannot. */
export function writeEntry(path: string, program: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const staged = `${path}.new`;
  writeFileSync(staged, autostartEntry(program));
  renameSync(staged, path);
}

/** Removes the entry; fine when there is none. Throws when it cannot. */
export function removeEntry(path: string): void {
  rmSync(path, { force: true });
}
