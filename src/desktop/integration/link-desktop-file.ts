import { join } from 'node:path';
import { isTrue, readDesktopFile, withKey } from '../../startup/desktop-file.ts';
import { canTry, configurationHome } from './autostart-entry.ts';
import { execLine } from './desktop-exec.ts';
import { dataHome, desktopFileText } from './desktop-files.ts';
import { takesLink } from './exec-words.ts';
import { runTool } from './run-tool.ts';
import { type Started, startedBy, type ThisApp } from './started-program.ts';
import { kindOf, readUsersFile, writeUsersFile } from './users-file.ts';

/**
 * `octoglance:` links on Linux: a desktop file in the user's folder that starts this app with the link, made the
 * default for the scheme by xdg-mime. A desktop file that already starts this app, from a package or from
 * AppImageLauncher, is never touched. Source: freedesktop.org, Association between MIME types and applications 1.0, and
 * xdg-mime(1).
 */
export const linkEntryName = 'octoglance-sign-in.desktop';

const scheme = 'x-scheme-handler/octoglance';

/** `$XDG_DATA_HOME/applications/octoglance-sign-in.desktop` */
export function linkEntryPath(environment: NodeJS.ProcessEnv): string {
  return join(dataHome(environment), 'applications', linkEntryName);
}

/** The text of the desktop file; `command` is the program and its arguments, to which the link is appended. */
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

/**
 * How xdg-mime(1) of xdg-utils 1.1 says on Plasma that there is no handler; elsewhere it prints nothing and
 * succeeds.
 */
const actionFailed = 4;

/**
 * The name of the desktop file that currently handles `octoglance:` links, '' for none, or null if that can't be found
 * out within `limit` milliseconds. Never rejects.
 */
export async function linkHandler(environment: NodeJS.ProcessEnv, limit: number): Promise<string | null> {
  const output = await runTool('xdg-mime', ['query', 'default', scheme], environment, limit, actionFailed);
  // An edited list may name several; the first one counts.
  return output === null ? null : (output.split(/[\n;]/)[0] ?? '').trim();
}

/** What the desktop file `name` starts when given a link, or `nothing` if it can't handle one. Never throws. */
export function linkStarts(name: string, self: ThisApp): Started | { readonly what: 'nothing' } {
  const text = desktopFileText(name, self.environment);
  const keys = readDesktopFile(text ?? '');
  const exec = keys.get('Exec') ?? '';
  const isDead = exec === '' || isTrue(keys.get('Hidden')) || !canTry(keys.get('TryExec'), self.environment);
  if (isDead) return { what: 'nothing' };
  const started = startedBy(exec, self);
  return started.what === 'this-app' && !takesLink(exec) ? { what: 'nothing' } : started;
}

/**
 * Makes this app's own entry the handler of `octoglance:` links. Writes the entry first, unless `command` is null.
 * Returns whether the entry is the handler now: false without xdg-mime, or after `limit` milliseconds. Never rejects.
 */
export async function claimLinks(
  environment: NodeJS.ProcessEnv,
  command: readonly string[] | null,
  limit: number,
): Promise<boolean> {
  const until = performance.now() + limit;
  const left = () => Math.max(0, until - performance.now());
  const list = join(configurationHome(environment), 'mimeapps.list');
  const isLinked = kindOf(list) === 'link';
  try {
    if (command !== null) putFile(linkEntryPath(environment), linkEntry(command));
    if (isLinked) putFile(list, withDefault(readUsersFile(list) ?? ''));
  } catch {
    return false;
  }
  // Also needed if xdg-mime already finds the entry: it falls back to searching all desktop files, but browsers read
  // only the lists. xdg-mime would replace a linked list by a file, so a link is followed here.
  if (!isLinked) await runTool('xdg-mime', ['default', linkEntryName, scheme], environment, left());
  return (await linkHandler(environment, left())) === linkEntryName;
}

/** The user's `mimeapps.list`, with this app's entry as the default for its links. */
function withDefault(list: string): string {
  const group = '[Default Applications]';
  const hasGroup = list.split('\n').some((line) => line.trim() === group);
  const end = list === '' || list.endsWith('\n') ? '' : '\n';
  return withKey(hasGroup ? list : `${list}${end}${group}\n`, scheme, linkEntryName, group);
}

/** Writes a file atomically unless it already has this content; follows links. Throws on failure. */
function putFile(path: string, text: string): void {
  if (readUsersFile(path) !== text) writeUsersFile(path, text);
}
