import type { PrinterId } from '../../src/domain/printer.ts';
import { isOverlaid } from '../components/overlay.ts';
import { isTyping } from '../components/typing.ts';
import { openPage, refreshPrinter } from '../printers/requests.ts';
import { shortcutOf } from '../printers/shortcut.ts';

/** The shortcuts of a printer's own screen: the same as in the list. */
export function onDetailKey(event: KeyboardEvent, printer: PrinterId): void {
  if (event.defaultPrevented || isOverlaid() || isTyping(event.target)) return;
  const shortcut = shortcutOf(event);
  if (shortcut === 'refresh') void refreshPrinter(printer);
  else if (shortcut === 'open-page') void openPage(printer);
  else return;
  event.preventDefault();
}
