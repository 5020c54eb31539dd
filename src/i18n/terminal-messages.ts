import type { Language } from '../domain/settings.ts';
import { command as germanCommand } from './de/command.ts';
import { terminal as germanTerminal } from './de/terminal.ts';
import { command } from './en/command.ts';
import { terminal } from './en/terminal.ts';
import type { Messages } from './messages.ts';

/** The texts of the command line, which every start needs before its icon; the others are loaded after it. */
export type TerminalMessages = Pick<Messages, 'command' | 'terminal'>;

const catalogues: Readonly<Record<Language, TerminalMessages>> = {
  en: { command, terminal },
  de: { command: germanCommand, terminal: germanTerminal },
};

export function terminalMessagesFor(language: Language): TerminalMessages {
  return catalogues[language];
}
