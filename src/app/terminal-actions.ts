import { findPrinter } from '../domain/find-printer.ts';
import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import { joinNames } from '../i18n/join-names.ts';
import type { Messages } from '../i18n/messages.ts';
import { shownName } from '../i18n/printer-name.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { TerminalAction } from '../status-command/exchange.ts';
import type { ActionResponse } from '../status-command/read-exchange.ts';
import type { BrowserLinks } from './browser-links.ts';
import type { UserActions } from './user-actions.ts';

export interface TerminalActionsParts {
  readonly fleet: Pick<Fleet, 'members'>;
  readonly commands: Pick<UserActions, 'openPrinter' | 'refresh'>;
  readonly browser: Pick<BrowserLinks, 'earlyFailure'>;
  readonly messages: () => Messages;
}

/** How many names to list at most: nobody would read more. */
const mostNames = 12;

/** Carries out `octoglance open` and `octoglance refresh`, and returns the result as lines for the terminal. */
export class TerminalActions {
  readonly #parts: TerminalActionsParts;

  constructor(parts: TerminalActionsParts) {
    this.#parts = parts;
  }

  /** Never rejects. */
  async act({ do: wanted, name: typed }: TerminalAction): Promise<ActionResponse> {
    const { fleet, messages } = this.#parts;
    const { terminal } = messages();
    const printers = fleet.members().map(({ printer }) => printer);
    if (printers.length === 0) return { code: 1, lines: [terminal.noPrinters] };
    if (typed.trim() === '') {
      if (wanted === 'refresh') return this.#refresh(null);
      const [only, ...others] = printers;
      if (only !== undefined && others.length === 0) return this.#open(only.id);
      return { code: 2, lines: [terminal.whichPrinter(this.#names(printers.map(({ id }) => id)))] };
    }
    const found = findPrinter(typed, printers);
    if (found.found === 'one') return wanted === 'open' ? this.#open(found.printer) : this.#refresh(found.printer);
    if (found.found === 'several') return { code: 2, lines: [this.#several(typed, found.printers)] };
    const all = printers.map(({ id }) => id);
    const line =
      found.nearest === null
        ? terminal.unknown(clean(typed), this.#names(all))
        : terminal.unknownMeant(clean(typed), this.#nameOf(found.nearest));
    return { code: 2, lines: [line] };
  }

  async #open(printer: PrinterId): Promise<ActionResponse> {
    const { commands, browser } = this.#parts;
    const opened = await commands.openPrinter(printer);
    const failure = opened.ok ? await browser.earlyFailure() : opened.message;
    if (failure !== null) return { code: 1, lines: texts(failure) };
    return { code: 0, lines: [this.#parts.messages().terminal.opening(this.#nameOf(printer))] };
  }

  #refresh(printer: PrinterId | null): ActionResponse {
    const { commands, messages } = this.#parts;
    const result = commands.refresh(printer);
    if (!result.ok) return { code: 1, lines: texts(result.message) };
    const { terminal } = messages();
    const done = printer === null ? terminal.refreshingAll : terminal.refreshing(this.#nameOf(printer));
    return { code: 0, lines: result.message === null ? [done] : texts(result.message) };
  }

  #several(typed: string, printers: readonly PrinterId[]): string {
    const { terminal } = this.#parts.messages();
    const names = [...new Set(printers.map((id) => this.#nameOf(id)))];
    const [name = ''] = names;
    return names.length === 1
      ? terminal.sameName(name, printers.length)
      : terminal.several(clean(typed), this.#names(printers));
  }

  #names(printers: readonly PrinterId[]): string {
    const names = [...new Set(printers.map((id) => this.#nameOf(id)))];
    return joinNames(names, mostNames, this.#parts.messages());
  }

  #nameOf(id: PrinterId): string {
    const { fleet, messages } = this.#parts;
    const member = fleet.members().find(({ printer }) => printer.id === id);
    return shownName(member?.printer.name ?? '', messages());
  }
}

function texts({ title, text }: Message): string[] {
  return text === '' ? [title] : [title, text];
}

/** Removes characters that could control the terminal. */
function clean(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 100);
}
