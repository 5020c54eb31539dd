import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerminalMessages } from '../i18n/terminal-messages.ts';
import type { Command } from '../startup/flags.ts';
import { terminalMessages } from '../startup/terminal.ts';
import { remarkTimeout, writeAll } from '../startup/write-all.ts';
import { askAndWait } from './ask-and-wait.ts';
import { actionRequest, launchTimeout, type RequestResult, statusRequest, statusTimeout } from './exchange.ts';
import { actionOutcome, type CommandOutcome, namesOutcome, statusOutcome } from './outcome.ts';
import { socketPlaces } from './socket-path.ts';
import { watchAndWait } from './watch-and-wait.ts';

/** The shells with completions. */
const shells: readonly string[] = ['bash', 'zsh', 'fish'];

/**
 * Runs a terminal command: sends it to the app running with this profile, prints the response and returns the exit
 * code. Blocks, because the process must exit before Chromium starts: that would open a second browser on the profile,
 * need a display and take ten times as long. `completions` is the folder of the completions.
 */
export function runCommand(profile: string, command: Command, completions: string): number {
  const messages = terminalMessages(process.env);
  const places = socketPlaces(profile, process.platform, process.env).toAsk();
  if (command.do === 'status' && command.watch) {
    const ended = watchAndWait(places, command.json ? 'json' : 'lines');
    if (ended === 'reader-gone') return 0;
    return print({ stdout: '', stderr: `${whyEnded(ended, messages)}\n`, code: 3 });
  }
  return print(outcomeOf(command, { places, completions, messages }));
}

function whyEnded(ended: 'not-running' | 'no-response' | 'stopped', { command, terminal }: TerminalMessages): string {
  if (ended === 'stopped') return terminal.stopped;
  return ended === 'not-running' ? command.notRunning : command.notResponding;
}

function outcomeOf(
  command: Command,
  { places, completions, messages }: { places: readonly string[]; completions: string; messages: TerminalMessages },
): CommandOutcome {
  switch (command.do) {
    case 'status':
      return statusOutcome(firstResponse(places, statusRequest, statusTimeout), command.json, messages);
    case 'names':
      return namesOutcome(firstResponse(places, statusRequest, statusTimeout), messages);
    case 'open':
    case 'refresh':
      return actionOutcome(firstResponse(places, actionRequest(command), launchTimeout), messages);
    case 'mistyped':
      return { stdout: '', stderr: `${messages.terminal.mistyped(command.typed, command.meant)}\n`, code: 2 };
    case 'completion':
      return shells.includes(command.shell)
        ? { stdout: readFileSync(join(completions, `octoglance.${command.shell}`), 'utf8'), stderr: '', code: 0 }
        : { stdout: '', stderr: `${messages.terminal.shells(command.shell)}\n`, code: 2 };
  }
}

/** `timeLimit` in milliseconds. */
function firstResponse(places: readonly string[], request: string, timeLimit: number): RequestResult {
  let result: RequestResult = { got: 'not-running' };
  for (const socketPath of places) {
    result = askAndWait(socketPath, request, timeLimit);
    if (result.got !== 'not-running') break;
  }
  return result;
}

/** Returns the exit code: not 0 if stdout can't be written. */
function print(outcome: CommandOutcome): number {
  const isWritten = outcome.stdout === '' || writeAll(1, outcome.stdout);
  if (outcome.stderr !== '') writeAll(2, outcome.stderr, remarkTimeout);
  return isWritten ? outcome.code : outcome.code || 1;
}
