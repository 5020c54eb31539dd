import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { execLine } from './exec-line.ts';

/**
 * `octoglance:` links on Linux: a desktop file of the user's own that starts this app with the link, made the default for
 * the scheme by xdg-mime. An installed OctoGlance has one from its package, which is never touched.
 * Source: freedesktop.org, Association between MIME types and applications 1.0, and xdg-mime(1).
 */
export const linkEntryName = 'octoglance-sign-in.desktop';

const scheme = 'x-scheme-handler/octoglance';

/** The tools are shell scripts and take some tens of milliseconds; a hanging one must not hold up a sign-in. */
const patience = 5_000;

/** `$XDG_DATA_HOME/applications/octoglance-sign-in.desktop`; a relative XDG_DATA_HOME counts as unset, as the standard says. */
export function linkEntryPath(environment: NodeJS.ProcessEnv): string {
  const set = environment['XDG_DATA_HOME'];
  const data = set !== undefined && isAbsolute(set) ? set : join(environment['HOME'] ?? homedir(), '.local', 'share');
  return join(data, 'applications', linkEntryName);
}

/** The text of the desktop file; `command` is the program and its arguments, to which the link is added. */
export function linkEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=OctoGlance sign-in',
    'Comment=Brings the browser back to OctoGlance after a sign-in',
    `Exec=${execLine(command)} %u`,
    'Icon=octoglance',
    'Terminal=false',
    'NoDisplay=true',
    'StartupNotify=false',
    `MimeType=${scheme};`,
    '',
  ].join('\n');
}

/** The desktop file that gets `octoglance:` links now, or null when there is none or nobody knows. Never rejects. */
export async function linkHandler(environment: NodeJS.ProcessEnv): Promise<string | null> {
  return (await run(environment, ['query', 'default', scheme])) || null;
}

/**
 * Has the system start `command` with each `octoglance:` link. Returns whether it will: not where another entry, such as
 * an installed OctoGlance's, gets them, nor without xdg-mime. Never rejects.
 */
export async function claimLinks(environment: NodeJS.ProcessEnv, command: readonly string[]): Promise<boolean> {
  const handler = await linkHandler(environment);
  if (handler !== null && handler !== linkEntryName) return false;
  try {
    putEntry(linkEntryPath(environment), linkEntry(command));
  } catch {
    return false;
  }
  if (handler === linkEntryName) return true;
  await run(environment, ['default', linkEntryName, scheme]);
  return (await linkHandler(environment)) === linkEntryName;
}

/** Writes the entry, whole or not at all, unless it says this already. Throws when it cannot. */
function putEntry(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const staged = `${path}.new`;
  writeFileSync(staged, text);
  renameSync(staged, path);
}

async function run(environment: NodeJS.ProcessEnv, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('xdg-mime', [...args], { env: environment, timeout: patience });
    return stdout.trim();
  } catch {
    return null;
  }
}
