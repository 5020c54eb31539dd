import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { listTarget, showFailure } from '../state/failures.ts';
import { arrange, printerIds, viewOf } from '../state/fleet.ts';
import { isSortedByEnd, movableWith } from '../state/order.ts';
import { articleId } from '../state/screen.ts';

export type Side = 'before' | 'after';

/** Moves a printer past its visible neighbour, and announces its new position. */
export function moveBy(id: PrinterId, step: -1 | 1): Promise<void> {
  return inTurn(async () => {
    const shown = movableWith(id);
    const neighbour = shown[shown.indexOf(id) + step];
    const { firstAlready, lastAlready, sortedByEnd } = messages.peek().printer;
    if (isSortedByEnd(id)) announce(sortedByEnd);
    else if (neighbour === undefined) announce((step === -1 ? firstAlready : lastAlready)(nameOf(id)));
    else await moveNow(id, neighbour, step === -1 ? 'before' : 'after');
  });
}

/** Puts a printer right before or after another one, and announces its new position. */
export function moveTo(id: PrinterId, target: PrinterId, side: Side): Promise<void> {
  return inTurn(() => moveNow(id, target, side));
}

let lastMove: Promise<void> = Promise.resolve();

/**
 * Runs one move at a time: the second of two quick key presses continues where the first one ended, and the
 * announcements are in order. The list may show a move before its reply arrives, so this happens easily.
 */
function inTurn(move: () => Promise<void>): Promise<void> {
  lastMove = lastMove.then(move);
  return lastMove;
}

async function moveNow(id: PrinterId, target: PrinterId, side: Side): Promise<void> {
  const rest = printerIds.peek().filter((one) => one !== id);
  const at = rest.indexOf(target);
  if (at === -1 || id === target) return;
  const index = side === 'before' ? at : at + 1;
  const shown = movableWith(id).filter((one) => one !== id);
  const place = shown.indexOf(target) + (side === 'before' ? 1 : 2);
  moved = id;
  if (showFailure(listTarget, await ask('move-printer', id, rest[index] ?? null))) {
    // The next snapshot contains the move too, but may come a little later.
    arrange(rest.toSpliced(index, 0, id));
    announce(messages.peek().printer.movedTo(nameOf(id), place, shown.length + 1));
  } else moved = null;
}

/** The printer whose move has not been drawn yet. */
let moved: PrinterId | null = null;

/** Scrolls a moved printer into view after the list was redrawn in its new order. */
export function showMoved(): void {
  if (moved === null) return;
  document.getElementById(articleId(moved))?.scrollIntoView({ block: 'nearest' });
  moved = null;
}

function nameOf(id: PrinterId): string {
  return viewOf(id)?.peek().name ?? '';
}
