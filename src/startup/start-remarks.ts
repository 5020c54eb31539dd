import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { TerminalMessages } from '../i18n/terminal-messages.ts';
import type { Unusable } from './environment.ts';
import { requestedLogs } from './request-logs.ts';
import { chromiumFile, switchesInProgram } from './switches-in-program.ts';
import { unknownArguments } from './unknown-arguments.ts';

/** The warnings for stderr at the start, one per line: ignored variables and unknown arguments. */
export function startRemarks(
  start: {
    readonly args: readonly string[];
    readonly unusable: readonly Unusable[];
    readonly executable: string;
    readonly appFolder: string;
    readonly platform: NodeJS.Platform;
  },
  { command }: TerminalMessages,
): readonly string[] {
  const unknown = unknownArguments(start.args, {
    switchesAmong: (names) => switchesInProgram(chromiumFile(start.executable, start.platform), names),
    isApp: (word) => isPathOf(word, start.appFolder),
  });
  return [
    ...start.unusable.map(({ name, value, why }) =>
      why === 'not-absolute' ? command.notAbsolute(name, printable(value)) : command.noFolder(name, printable(value)),
    ),
    ...requestedLogs(start.args).map(command.wouldLogTokens),
    ...unknown.map(({ argument, meant }) =>
      meant === null ? command.unknown(printable(argument)) : command.unknownMeant(printable(argument), meant),
    ),
  ];
}

/**
 * Whether Chromium couldn't find a desktop on Linux; it would exit with cryptic messages of its own, or crash. A local
 * display counts only if there is a socket to reach it by.
 */
export function hasNoDisplay(environment: NodeJS.ProcessEnv, args: readonly string[]): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, WAYLAND_SOCKET, XDG_RUNTIME_DIR } = environment;
  if (WAYLAND_SOCKET || (DISPLAY && mayBeXServer(DISPLAY))) return false;
  if (args.some((argument) => /^--?(ozone-platform|headless|display)(-hint)?(=|$)/.test(argument))) return false;
  // Wayland's own default.
  const wayland = WAYLAND_DISPLAY || 'wayland-0';
  if (isAbsolute(wayland)) return !existsSync(wayland);
  return !(XDG_RUNTIME_DIR && existsSync(join(XDG_RUNTIME_DIR, wayland)));
}

/**
 * Whether there may be an X server at this display. One on another computer, as with `ssh -X`, isn't looked for.
 * Source: libxcb, `_xcb_open`: first an abstract socket, then a file.
 */
function mayBeXServer(display: string): boolean {
  const [, number] = /^(?:unix)?:(\d+)/.exec(display) ?? [];
  if (number === undefined) return true;
  const socket = `/tmp/.X11-unix/X${number}`;
  if (existsSync(socket)) return true;
  try {
    // NULs at its end are shown as @.
    return new RegExp(`@${socket}@*$`, 'm').test(readFileSync('/proc/net/unix', 'latin1'));
  } catch {
    return true;
  }
}

function isPathOf(word: string, folder: string): boolean {
  try {
    return resolve(word) === folder;
  } catch {
    return false;
  }
}

/** Removes control characters, which could affect a terminal, and limits the length. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 200);
}
