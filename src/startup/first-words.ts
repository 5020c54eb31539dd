import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TerminalMessages } from '../i18n/terminal-messages.ts';
import type { Unusable } from './environment.ts';
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
    ...unknown.map(({ argument, meant }) =>
      meant === null ? command.unknown(printable(argument)) : command.unknownMeant(printable(argument), meant),
    ),
  ];
}

/** Whether Chromium couldn't find a desktop on Linux; it would exit with cryptic messages of its own. */
export function hasNoDisplay(environment: NodeJS.ProcessEnv, args: readonly string[]): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, WAYLAND_SOCKET, XDG_RUNTIME_DIR } = environment;
  if (DISPLAY || WAYLAND_DISPLAY || WAYLAND_SOCKET) return false;
  if (args.some((argument) => /^--?(ozone-platform|headless|display)(-hint)?(=|$)/.test(argument))) return false;
  // Wayland's own default.
  return !(XDG_RUNTIME_DIR && existsSync(join(XDG_RUNTIME_DIR, 'wayland-0')));
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
