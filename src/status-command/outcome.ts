import type { Messages } from '../i18n/messages.ts';
import { type Asked, readAnswer } from './exchange.ts';

/** What `octoglance status` writes and how it ends. */
export interface CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 all printers connected, 1 not all (or none listed), 3 nobody to ask. */
  readonly code: 0 | 1 | 3;
}

export function statusOutcome(asked: Asked, json: boolean, { command }: Messages): CommandOutcome {
  if (asked.got === 'nobody') return { stdout: '', stderr: `${command.notRunning}\n`, code: 3 };
  const answer = asked.got === 'answer' ? readAnswer(asked.text) : null;
  if (answer === null) return { stdout: '', stderr: `${command.noAnswer}\n`, code: 3 };
  const lines = json ? [JSON.stringify(answer.status)] : answer.lines;
  return {
    stdout: lines.map((line) => `${line}\n`).join(''),
    stderr: '',
    code: answer.status.glance.state === 'online' ? 0 : 1,
  };
}
