import { signal } from '@preact/signals';
import type { Intent } from '../../src/contract/contract.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { connectTarget, dismiss } from './failures.ts';
import { nearestShown } from './filter.ts';
import { printerIds, viewOf } from './fleet.ts';
import { addAnotherId, justAdded } from './just-added.ts';

export type Screen =
  | { readonly name: 'printers' }
  | { readonly name: 'settings' }
  /** Everything about one printer. */
  | { readonly name: 'detail'; readonly printer: PrinterId }
  /** Adds a printer (null), or reconnects that printer. `way` is the user's choice so far. */
  | { readonly name: 'connect'; readonly printer: PrinterId | null; readonly way: 'choose' | 'sign-in' | 'paste' };

export const screen = signal<Screen>({ name: 'printers' });

/** The id of the element to focus as soon as it exists; null when nothing is pending. */
export const wantedFocus = signal<string | null>(null);

/** The heading of every screen; it is focused when the screen opens. */
export const headingId = 'screen-heading';

/** The token field; no screen has more than one. */
export const pasteBoxId = 'pasted';

export function articleId(printer: PrinterId): string {
  return `printer-${printer}`;
}

/** The printer whose details led to reconnecting it; null if something else did. */
let reconnectedFrom: PrinterId | null = null;

/** Opens a screen with the focus on its heading, or on the token field. Clears earlier failures there. */
export function open(next: Screen): void {
  reconnectedFrom = originOf(next);
  dismiss(connectTarget);
  screen.value = next;
  wantedFocus.value = next.name === 'connect' && next.way === 'paste' ? pasteBoxId : headingId;
}

/** Each step of reconnecting a printer is a screen of its own; all lead back to where the first was opened from. */
function originOf(next: Screen): PrinterId | null {
  const left = screen.peek();
  if (next.name !== 'connect' || next.printer === null) return null;
  if (left.name === 'connect') return left.printer === next.printer ? reconnectedFrom : null;
  return left.name === 'detail' && left.printer === next.printer ? next.printer : null;
}

/** Returns to the printers, with the focus on the element with that id. */
export function backToPrinters(focus: string): void {
  screen.value = { name: 'printers' };
  wantedFocus.value = focus;
}

/** Returns to the printers after one was added, with the focus on the button that adds another one. */
export function showAdded(printer: PrinterId, way: 'sign-in' | 'paste'): void {
  justAdded.value = { printer, way };
  backToPrinters(addAnotherId);
}

/** Leaves a sub screen like Escape does: back to where it was opened from. A sign-in in the browser continues. */
export function leave(): void {
  const left = screen.peek();
  if (left.name === 'settings') backToPrinters('open-settings');
  else if (left.name === 'detail') backToRow(left.printer);
  else if (left.name !== 'connect') return;
  else if (left.printer === null) backToPrinters('add-printer');
  else if (left.printer === reconnectedFrom) open({ name: 'detail', printer: left.printer });
  else backToRow(left.printer);
}

/**
 * Returns to a printer in the list. If the filter hides it by now, the list stays filtered, with the focus on the row
 * that took its place.
 */
function backToRow(printer: PrinterId): void {
  const near = nearestShown(printer, printerIds.peek());
  backToPrinters(near === null ? headingId : articleId(near));
}

/** Opens the screen that a tray entry or a click on a notification asks for. */
export function follow(intent: Intent): void {
  switch (intent.show) {
    case 'printers':
      // It may hold a token that is being pasted, or a sign-in that continues in the browser.
      if (screen.peek().name === 'detail' || screen.peek().name === 'settings') backToPrinters(headingId);
      return;
    case 'settings':
      open({ name: 'settings' });
      return;
    case 'printer':
      if (intent.added === true) showAdded(intent.printer, 'sign-in');
      else backToPrinters(viewOf(intent.printer) === undefined ? headingId : articleId(intent.printer));
      return;
    case 'connect':
      if (intent.printer !== null && viewOf(intent.printer) === undefined) backToPrinters(headingId);
      else open({ name: 'connect', printer: intent.printer, way: intent.way });
      return;
  }
}
