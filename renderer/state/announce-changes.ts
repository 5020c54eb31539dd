import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import { messages } from '../messages.ts';
import { announce } from './announcements.ts';

const mostSpoken = 4;

/** After an announcement, changes are collected for this long: a screen reader reads each one to its end. */
const pause: Milliseconds = 3_000;

interface Change {
  readonly name: string;
  /** Null if the printer was added. */
  readonly state: string | null;
}

/** What changed since the last announcement, by printer. */
const collected = new Map<PrinterId, Change>();
let isPausing = false;

/**
 * Announces changed and added printers to screen readers: the first immediately, those that follow within seconds
 * together, and many only by their number. `before` returns how a printer was shown until now. The first snapshot is
 * read, not announced, and so is a printer's first response, unless it shows a problem.
 */
export function announceChanges(
  printers: readonly PrinterView[],
  before: (printer: PrinterId) => PrinterView | undefined,
): void {
  for (const printer of printers) {
    const { id, name, status, statusText } = printer;
    const shown = before(id);
    if (shown === undefined) collected.set(id, { name, state: null });
    else if (shown.status === status || status === 'checking') continue;
    else if (shown.status !== 'checking' || status !== 'online') collected.set(id, { name, state: statusText });
  }
  if (!isPausing) speak();
}

function speak(): void {
  isPausing = collected.size > 0;
  if (!isPausing) return;
  const texts = collected.size > mostSpoken ? summedUp() : [...collected.values()].map(textOf);
  collected.clear();
  announce(`${texts.join('. ')}.`);
  setTimeout(speak, pause);
}

function textOf({ name, state }: Change): string {
  const { added, is } = messages.peek().printer;
  return state === null ? added(name) : is(name, state);
}

/** How many printers have which new state. */
function summedUp(): readonly string[] {
  const { severalAdded, severalAre } = messages.peek().printer;
  const byState = new Map<string | null, Change[]>();
  for (const change of collected.values()) {
    byState.set(change.state, [...(byState.get(change.state) ?? []), change]);
  }
  return [...byState].map(([state, [first, ...others]]) => {
    const count = others.length + 1;
    if (first !== undefined && others.length === 0) return textOf(first);
    return state === null ? severalAdded(count) : severalAre(count, state);
  });
}
