import { languageOf } from '../domain/language.ts';
import { type TerminalMessages, terminalMessagesFor } from '../i18n/terminal-messages.ts';

/** The messages for a terminal, in the language set by its environment. */
export function terminalMessages({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): TerminalMessages {
  return terminalMessagesFor(languageOf('system', [LC_ALL || LC_MESSAGES || LANG || '']));
}
