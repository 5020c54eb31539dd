import type { PrinterId } from '../printer.ts';
import type { Instant, Milliseconds } from '../time.ts';

/** What the user can be notified of about prints, what asks for an action first. */
export const printAlertKinds = [
  'print-failed',
  'gadget-paused',
  'print-paused',
  'gadget-warning',
  'printer-not-answering',
  'print-finished',
  'print-cancelled',
  'print-started',
  'first-layers-done',
] as const;

export type PrintAlertKind = (typeof printAlertKinds)[number];

export function isPrintAlertKind(kind: string): kind is PrintAlertKind {
  return (printAlertKinds as readonly string[]).includes(kind);
}

/** What asks the user to do something; the others say how far a print is. */
export const isPrintTrouble: Readonly<Record<PrintAlertKind, boolean>> = {
  'print-failed': true,
  'gadget-paused': true,
  'print-paused': true,
  'gadget-warning': true,
  'printer-not-answering': true,
  'print-finished': false,
  'print-cancelled': false,
  'print-started': false,
  'first-layers-done': false,
};

/** What the user wants to be notified of unless he says otherwise: what he would do something about, and that it is done. */
export const defaultPrintKinds: Readonly<Record<PrintAlertKind, boolean>> = {
  'print-failed': true,
  'gadget-paused': true,
  'print-paused': true,
  'gadget-warning': true,
  'printer-not-answering': true,
  'print-finished': true,
  'print-cancelled': false,
  'print-started': false,
  'first-layers-done': false,
};

/** What a notification says of one printer's print. */
export interface PrintNews {
  readonly printer: PrinterId;
  /** When it happened, server time, UTC; of an end that nobody saw about so. */
  readonly since: Instant;
  readonly about: boolean;
  readonly fileName: string | null;
  /** How long the print took, or has taken so far; null when nobody knows. */
  readonly duration: Milliseconds | null;
  /** The printer's own words; null when it says nothing. */
  readonly words: string | null;
  /** Its plugin cannot log in to the printer (789). */
  readonly noLogin: boolean;
}

/** One notification about prints. */
export interface PrintAlert {
  readonly kind: PrintAlertKind;
  /** One, or several that came together. */
  readonly news: readonly PrintNews[];
  /** Its number among all notifications of this app, which counts those about connections too. */
  readonly notification: number;
}
