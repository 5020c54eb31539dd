import { writeSync } from 'node:fs';
import { languageOf } from '../domain/language.ts';
import { type TerminalMessages, terminalMessagesFor } from '../i18n/terminal-messages.ts';

/** The messages for a terminal, in the language set by its environment. */
export function terminalMessages({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): TerminalMessages {
  return terminalMessagesFor(languageOf('system', [LC_ALL || LC_MESSAGES || LANG || '']));
}

/**
 * Writes all of `text` to stdout (1) or stderr (2) synchronously, for a process that is about to exit. A pipe with a
 * slow reader gets only a part, and one whose reader is gone nothing. Returns whether all of it was written. Never
 * throws.
 */
export function writeAll(stream: 1 | 2, text: string): boolean {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return true;
}
