import type { PrinterId } from '../../src/domain/printer.ts';
import { isOverlaid } from '../parts/overlay.ts';
import { isTyping } from '../parts/typing.ts';
import { openPage, refreshPrinter } from '../printers/deeds.ts';
import { keyDeed } from '../printers/key-deeds.ts';

/** The keys of a printer's own screen: the same as in the list. */
export function onDetailKey(event: KeyboardEvent, printer: PrinterId): void {
  if (event.defaultPrevented || isOverlaid() || isTyping(event.target)) return;
  const deed = keyDeed(event);
  if (deed === 'refresh') void refreshPrinter(printer);
  else if (deed === 'open-page') void openPage(printer);
  else return;
  event.preventDefault();
}
