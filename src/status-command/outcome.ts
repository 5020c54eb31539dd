import type { TerminalMessages } from '../i18n/terminal-messages.ts';
import type { RequestResult } from './exchange.ts';
import { readActionResponse, readResponse } from './read-exchange.ts';

/** The output and exit code of a command. */
export interface CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /**
   * 0: all printers connected, or done; 1: not all connected (or none listed), or failed; 2: no printer, or more than
   * one, has that name; 3: no app to ask.
   */
  readonly code: 0 | 1 | 2 | 3;
}

export function statusOutcome(result: RequestResult, json: boolean, messages: TerminalMessages): CommandOutcome {
  const response = result.got === 'response' ? readResponse(result.text) : null;
  if (response === null) return noResponse(result, messages);
  const lines = json ? [JSON.stringify(response.status)] : response.lines;
  return { stdout: written(lines), stderr: '', code: response.status.glance.state === 'online' ? 0 : 1 };
}

/** The names of the printers, one per line. */
export function namesOutcome(result: RequestResult, messages: TerminalMessages): CommandOutcome {
  const response = result.got === 'response' ? readResponse(result.text) : null;
  if (response === null) return noResponse(result, messages);
  const names = response.status.printers.map(({ name }) => String(name));
  return { stdout: written(names), stderr: '', code: 0 };
}

/** The outcome of `open` and `refresh`: on stdout if done, on stderr if not. */
export function actionOutcome(result: RequestResult, messages: TerminalMessages): CommandOutcome {
  const response = result.got === 'response' ? readActionResponse(result.text) : null;
  if (response === null) return noResponse(result, messages);
  const lines = written(response.lines);
  return response.code === 0
    ? { stdout: lines, stderr: '', code: 0 }
    : { stdout: '', stderr: lines, code: response.code };
}

function noResponse({ got }: RequestResult, { command }: TerminalMessages): CommandOutcome {
  return { stdout: '', stderr: `${got === 'not-running' ? command.notRunning : command.notResponding}\n`, code: 3 };
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
