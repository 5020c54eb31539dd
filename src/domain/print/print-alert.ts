import type { PrinterId } from '../printer.ts';
import type { Instant, Milliseconds } from '../time.ts';

/** The kinds of print notifications, those that need an action first. */
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

/**
 * What each print is reported for once. A missing login is reported once for as long as it lasts, and doesn't hide that
 * the printer stops responding later.
 */
export const reportedKinds = [...printAlertKinds, 'no-login'] as const;

export type ReportedKind = (typeof reportedKinds)[number];

export function reportedKindOf({ kind, noLogin }: { kind: PrintAlertKind; noLogin: boolean }): ReportedKind {
  return noLogin ? 'no-login' : kind;
}

export function isPrintAlertKind(kind: string): kind is PrintAlertKind {
  return (printAlertKinds as readonly string[]).includes(kind);
}

/** The kinds that need an action; the others report progress. */
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

/** The kinds that are on by default: those that need an action, and finished prints. */
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

/** One printer's part of a print notification. */
export interface PrintAlertEvent {
  readonly printer: PrinterId;
  /** When it happened, server time, UTC; with `about` only approximately, because that was not seen. */
  readonly since: Instant;
  readonly about: boolean;
  readonly fileName: string | null;
  /** How long the print took, or has taken so far; null when unknown. */
  readonly duration: Milliseconds | null;
  /** The printer's own message; null without one. */
  readonly words: string | null;
  /** Its plugin cannot log in to the printer (789). */
  readonly noLogin: boolean;
  /** When its print was first seen, server time, UTC; null for a problem without a print. */
  readonly seenAt: Instant | null;
}

/** One notification about prints. */
export interface PrintAlert {
  readonly kind: PrintAlertKind;
  /** One printer, or several together. */
  readonly printEvents: readonly PrintAlertEvent[];
  /** Its number among all notifications of the app, including those about connections. */
  readonly notification: number;
  /**
   * Whether each of its problems has been reported for the same print, was over and began again: shown silently, but
   * not reported again.
   */
  readonly again: boolean;
}
