import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { announce } from '../state/announcements.ts';
import { listPlace, settle } from '../state/failures.ts';
import { shownIds } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import { articleId } from '../state/screen.ts';

export type Side = 'before' | 'after';

/** Moves a printer past its neighbour among the printers that are shown, and says where it stands then. */
export async function moveBy(id: PrinterId, step: -1 | 1): Promise<void> {
  const shown = shownIds.peek();
  const neighbour = shown[shown.indexOf(id) + step];
  if (neighbour === undefined) announce(`${nameOf(id)} is ${step === -1 ? 'first' : 'last'} already.`);
  else await moveTo(id, neighbour, step === -1 ? 'before' : 'after');
}

/** Puts a printer right before or after another one, and says where it stands then. */
export async function moveTo(id: PrinterId, target: PrinterId, side: Side): Promise<void> {
  const rest = printerIds.peek().filter((one) => one !== id);
  const at = rest.indexOf(target);
  if (at === -1 || id === target) return;
  const before = rest[side === 'before' ? at : at + 1] ?? null;
  const shown = shownIds.peek().filter((one) => one !== id);
  const place = shown.indexOf(target) + (side === 'before' ? 1 : 2);
  rememberFocus(id);
  if (settle(listPlace, await ask('move-printer', id, before))) {
    announce(`${nameOf(id)} moved to place ${place} of ${shown.length + 1}.`);
  }
}

/** What had the focus when its printer was moved: moving an element in the page takes the focus from it. */
let moved: { readonly article: string; readonly focused: HTMLElement } | null = null;

function rememberFocus(id: PrinterId): void {
  const focused = document.activeElement;
  const article = articleId(id);
  if (focused instanceof HTMLElement && focused.closest('article')?.id === article) moved = { article, focused };
}

/** Gives the focus back after the list was put in its new order, and keeps the moved printer in sight. */
export function restoreFocus(): void {
  if (moved === null) return;
  const { article, focused } = moved;
  moved = null;
  if (document.activeElement === document.body && focused.isConnected) focused.focus({ preventScroll: true });
  document.getElementById(article)?.scrollIntoView({ block: 'nearest' });
}

function nameOf(id: PrinterId): string {
  return viewOf(id)?.peek().name ?? '';
}
