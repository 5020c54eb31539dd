import { writeSync } from 'node:fs';
import { languageOf } from '../domain/language.ts';
import { type Messages, messagesFor } from '../i18n/messages.ts';

/** The words for a terminal, in the language that its environment asks for. */
export function terminalWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Messages {
  return messagesFor(languageOf('system', [LC_ALL || LC_MESSAGES || LANG || '']));
}

/**
 * Writes all of `text` to stdout (1) or stderr (2) before it returns, for a process that ends at once. A pipe whose reader
 * is slow takes a part only, and one whose reader has gone nothing. Returns whether all was taken. Never throws.
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
