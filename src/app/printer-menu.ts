import type { PrinterMenuChoice } from '../contract/contract.ts';
import type { PrinterView } from '../contract/printer-view.ts';
import type { ChoiceEntry } from '../desktop/window/context-menu.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Overview } from './overview.ts';

export interface PrinterMenuParts {
  readonly fleet: Pick<Fleet, 'get'>;
  readonly overview: Pick<Overview, 'printer'>;
  readonly window: Pick<AppWindow, 'choose'>;
  readonly words: () => Messages;
}

/** The menu of one printer in the window. The window does what was chosen, and says there what came of it. */
export class PrinterMenu {
  readonly #parts: PrinterMenuParts;

  constructor(parts: PrinterMenuParts) {
    this.#parts = parts;
  }

  /** Shows it at a place in the page, in its pixels. Resolves to what was chosen, null for nothing. */
  async choose(printer: PrinterId, x: number, y: number): Promise<PrinterMenuChoice | null> {
    const { fleet, overview, window, words } = this.#parts;
    const member = fleet.get(printer);
    return member === undefined ? null : window.choose(printerEntries(overview.printer(member), words()), { x, y });
  }
}

/** What can be done with a printer, in the order in which it is wanted. */
export function printerEntries(printer: PrinterView, words: Messages): readonly ChoiceEntry<PrinterMenuChoice>[] {
  const { menus } = words;
  return [
    { choice: 'open', label: menus.open, enabled: printer.canOpen },
    { choice: 'details', label: menus.details },
    { choice: 'refresh', label: menus.refresh },
    'separator',
    { choice: 'copy-name', label: menus.copyName },
    { choice: 'copy-local-ip', label: menus.copyLocalIp, enabled: printer.localIp !== null },
    'separator',
    { choice: 'off-on-purpose', label: menus.offOnPurpose, checked: printer.offOnPurpose },
    { choice: 'mute', label: menus.mute, checked: printer.muted },
    'separator',
    { choice: 'reconnect', label: menus.reconnect },
    { choice: 'remove', label: menus.remove },
  ];
}
