import type { TerminalMessages } from '../i18n/terminal-messages.ts';
import type { Asked } from './exchange.ts';
import { readActionAnswer, readAnswer } from './read-exchange.ts';

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

export function statusOutcome(asked: Asked, json: boolean, messages: TerminalMessages): CommandOutcome {
  const answer = asked.got === 'answer' ? readAnswer(asked.text) : null;
  if (answer === null) return unanswered(asked, messages);
  const lines = json ? [JSON.stringify(answer.status)] : answer.lines;
  return { stdout: written(lines), stderr: '', code: answer.status.glance.state === 'online' ? 0 : 1 };
}

/** The names of the printers, one per line. */
export function namesOutcome(asked: Asked, messages: TerminalMessages): CommandOutcome {
  const answer = asked.got === 'answer' ? readAnswer(asked.text) : null;
  if (answer === null) return unanswered(asked, messages);
  const names = answer.status.printers.map(({ name }) => String(name));
  return { stdout: written(names), stderr: '', code: 0 };
}

/** The outcome of `open` and `refresh`: on stdout if done, on stderr if not. */
export function actionOutcome(asked: Asked, messages: TerminalMessages): CommandOutcome {
  const answer = asked.got === 'answer' ? readActionAnswer(asked.text) : null;
  if (answer === null) return unanswered(asked, messages);
  const lines = written(answer.lines);
  return answer.code === 0 ? { stdout: lines, stderr: '', code: 0 } : { stdout: '', stderr: lines, code: answer.code };
}

function unanswered({ got }: Asked, { command }: TerminalMessages): CommandOutcome {
  return { stdout: '', stderr: `${got === 'nobody' ? command.notRunning : command.noAnswer}\n`, code: 3 };
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
