import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import { messages } from '../messages.ts';
import { announce } from './announcements.ts';

const mostSpoken = 4;

/** After an announcement, changes are collected for this long: a screen reader reads each one to its end. */
const pause: Milliseconds = 3_000;

/** What changed since the last announcement, by printer. */
const collected = new Map<PrinterId, string>();
let isPausing = false;

/**
 * Announces changed and added printers to screen readers: the first immediately, those that follow within seconds
 * together. `before` returns how a printer was shown until now. The first snapshot is read, not announced, and so is the
 * first result of a printer.
 */
export function announceChanges(
  printers: readonly PrinterView[],
  before: (printer: PrinterId) => PrinterView | undefined,
): void {
  const texts = messages.peek().printer;
  for (const printer of printers) {
    const { id, name, status, statusText } = printer;
    const shown = before(id);
    if (shown === undefined) collected.set(id, texts.added(name));
    else if (shown.status === status || status === 'checking') continue;
    else if (shown.status !== 'checking' || status !== 'online') collected.set(id, texts.is(name, statusText));
  }
  if (!isPausing) speak();
}

function speak(): void {
  isPausing = collected.size > 0;
  if (!isPausing) return;
  const changes = [...collected.values()];
  collected.clear();
  const rest = changes.length - mostSpoken;
  announce(`${changes.slice(0, mostSpoken).join('. ')}.${rest > 0 ? ` ${messages.peek().printer.andMore(rest)}` : ''}`);
  setTimeout(speak, pause);
}
