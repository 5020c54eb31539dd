import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { announce } from '../state/announcements.ts';
import { listPlace, showFailure } from '../state/failures.ts';
import { arrange, printerIds, viewOf } from '../state/fleet.ts';
import { movableWith } from '../state/order.ts';
import { articleId } from '../state/screen.ts';
import { words } from '../words.ts';

export type Side = 'before' | 'after';

/** Moves a printer past its neighbour among those shown with it, and says where it stands then. */
export function moveBy(id: PrinterId, step: -1 | 1): Promise<void> {
  return inTurn(async () => {
    const shown = movableWith(id);
    const neighbour = shown[shown.indexOf(id) + step];
    const { firstAlready, lastAlready } = words.peek().printer;
    if (neighbour === undefined) announce((step === -1 ? firstAlready : lastAlready)(nameOf(id)));
    else await moveNow(id, neighbour, step === -1 ? 'before' : 'after');
  });
}

/** Puts a printer right before or after another one, and says where it stands then. */
export function moveTo(id: PrinterId, target: PrinterId, side: Side): Promise<void> {
  return inTurn(() => moveNow(id, target, side));
}

let lastMove: Promise<void> = Promise.resolve();

/**
 * One move after the other: of two quick presses the second begins where the first has led, and what is said of them comes
 * in their order. The list shows a move before its answer comes, so a user need not be quick for that.
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
  if (showFailure(listPlace, await ask('move-printer', id, rest[index] ?? null))) {
    // The next snapshot says so too, but may come a moment later.
    arrange(rest.toSpliced(index, 0, id));
    announce(words.peek().printer.movedTo(nameOf(id), place, shown.length + 1));
  } else moved = null;
}

/** The printer that is on its way to another place. */
let moved: PrinterId | null = null;

/** Keeps a moved printer in sight after the list was put in its new order. */
export function showMoved(): void {
  if (moved === null) return;
  document.getElementById(articleId(moved))?.scrollIntoView({ block: 'nearest' });
  moved = null;
}

function nameOf(id: PrinterId): string {
  return viewOf(id)?.peek().name ?? '';
}
