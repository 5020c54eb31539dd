import { signal } from '@preact/signals';
import type { Intent } from '../../src/contract/contract.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { connectPlace, dismiss, settingsPlace } from './failures.ts';
import { viewOf } from './fleet.ts';
import { addAnotherId, justAdded } from './just-added.ts';

export type Screen =
  | { readonly name: 'printers' }
  | { readonly name: 'settings' }
  /** Everything about one printer. */
  | { readonly name: 'detail'; readonly printer: PrinterId }
  /** Adds a printer with null, else connects that printer again. `way` is the one the user has already chosen. */
  | { readonly name: 'connect'; readonly printer: PrinterId | null; readonly way: 'choose' | 'sign-in' | 'paste' };

export const screen = signal<Screen>({ name: 'printers' });

/** The id of the element that is to have the focus as soon as it is there; null when the focus is where it belongs. */
export const wantedFocus = signal<string | null>(null);

/** Every screen's heading takes the focus when the screen opens. */
export const headingId = 'screen-heading';

/** The box for the token, of which no screen has two. */
export const pasteBoxId = 'pasted';

export function articleId(printer: PrinterId): string {
  return `printer-${printer}`;
}

/** Opens a screen with the focus on its heading, or on the box to paste into. What failed there the last time is over. */
export function open(next: Screen): void {
  dismiss(settingsPlace);
  dismiss(connectPlace);
  screen.value = next;
  wantedFocus.value = next.name === 'connect' && next.way === 'paste' ? pasteBoxId : headingId;
}

/** Back to the printers, with the focus on the element of that id. */
export function backToPrinters(focus: string): void {
  screen.value = { name: 'printers' };
  wantedFocus.value = focus;
}

/** Back to the printers after one was added, with the focus where another one is. */
export function showAdded(printer: PrinterId, way: 'sign-in' | 'paste'): void {
  justAdded.value = { printer, way };
  backToPrinters(addAnotherId);
}

/** Leaves a sub screen the way Escape does: back to where it was opened from. A sign-in in the browser goes on. */
export function leave(): void {
  const left = screen.peek();
  if (left.name === 'settings') backToPrinters('open-settings');
  else if (left.name === 'detail') backToPrinters(articleId(left.printer));
  else if (left.name === 'connect') backToPrinters(left.printer === null ? 'add-printer' : articleId(left.printer));
}

/** Goes where a tray entry or a notification's click wants the user to be. */
export function follow(intent: Intent): void {
  switch (intent.show) {
    case 'printers':
      if (screen.peek().name !== 'printers') backToPrinters(headingId);
      return;
    case 'settings':
      open({ name: 'settings' });
      return;
    case 'printer':
      if (intent.added === true) showAdded(intent.printer, 'sign-in');
      else backToPrinters(articleId(intent.printer));
      return;
    case 'connect':
      if (intent.printer !== null && viewOf(intent.printer) === undefined) backToPrinters(headingId);
      else open({ name: 'connect', printer: intent.printer, way: intent.way });
      return;
  }
}
