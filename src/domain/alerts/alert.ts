import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';

/** In the order in which they are shown: what asks for an action should not end up below what does not. */
export const printerAlertKinds = [
  'disconnected',
  'recovered',
  'unstable',
  'reconnect-needed',
  'reconnect-healed',
  'perks-needed',
  'perks-restored',
  'update-needed',
] as const;

export type PrinterAlertKind = (typeof printerAlertKinds)[number];

export type ServiceAlertKind = 'service-unreachable' | 'service-reachable';

export type AlertKind = PrinterAlertKind | ServiceAlertKind;

/** One thing to notify the user of. */
export interface Alert {
  readonly kind: AlertKind;
  /** One or several at once; none when it is about OctoEverywhere as a whole. */
  readonly printers: readonly PrinterId[];
  /** When it began, server time, UTC; of several printers for the first of them, and for the last. */
  readonly since: Instant;
  readonly latest: Instant;
  /** How many printers the same event took, those that are not in `printers` (yet) included. */
  readonly total: number;
  /** These are all printers there are, at least three, and they went at once: OctoEverywhere itself may be the cause. */
  readonly everyPrinter: boolean;
  /** It has happened so often that the user hears of it no more for a while. */
  readonly repeated: boolean;
  /** Which notification on the screen it belongs to; counts from 1 since the start of the app. */
  readonly notification: number;
  /** That notification is there already and changes in place, without a sound. */
  readonly update: boolean;
}
