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
  readonly messages: () => Messages;
}

/** The context menu of a printer in the window. The window carries out the choice and shows the result. */
export class PrinterMenu {
  readonly #parts: PrinterMenuParts;

  constructor(parts: PrinterMenuParts) {
    this.#parts = parts;
  }

  /**
   * Shows the menu at a position in the page, in CSS pixels. Resolves to the choice, or null if the menu was closed.
   */
  async choose(printer: PrinterId, x: number, y: number): Promise<PrinterMenuChoice | null> {
    const { fleet, overview, window, messages } = this.#parts;
    const member = fleet.get(printer);
    return member === undefined ? null : window.choose(printerEntries(overview.printer(member), messages()), { x, y });
  }
}

/** The actions for a printer, most used first. */
export function printerEntries(printer: PrinterView, messages: Messages): readonly ChoiceEntry<PrinterMenuChoice>[] {
  const { menus } = messages;
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
