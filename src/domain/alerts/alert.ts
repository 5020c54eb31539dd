import type { PrinterId } from '../printer.ts';
import type { StatusKind } from '../status.ts';
import type { Instant, Milliseconds } from '../time.ts';

/** In display order: alerts that need an action should not end up below those that do not. */
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

/** The status that each alert reports of its printers, whose picture it shows. */
export const alertStates: Readonly<Record<AlertKind, StatusKind>> = {
  disconnected: 'offline',
  recovered: 'online',
  unstable: 'offline',
  'reconnect-needed': 'reconnect-needed',
  'reconnect-healed': 'online',
  'perks-needed': 'perks-needed',
  'perks-restored': 'online',
  'update-needed': 'update-needed',
  'service-unreachable': 'unknown',
  'service-reachable': 'online',
};

/** One thing to notify the user about. */
export interface Alert {
  readonly kind: AlertKind;
  /** One or more; empty when it is about OctoEverywhere as a whole. */
  readonly printers: readonly PrinterId[];
  /**
   * Those of them about which it says something new. Not those about which it says again what is still true, nor those
   * whose end is shown only where its beginning still stands, because they have caused too many notifications.
   */
  readonly news: readonly PrinterId[];
  /** When it began, server time, UTC; with several printers for the first of them, and for the last. */
  readonly since: Instant;
  readonly latest: Instant;
  /** How many printers the event affected, including those not in `printers` (yet). */
  readonly total: number;
  /** All printers, at least three, disconnected at once: OctoEverywhere itself may be the cause. */
  readonly everyPrinter: boolean;
  /** It has happened so often that its notification is updated only this often, ms; null otherwise. */
  readonly repeated: Milliseconds | null;
  /** Number of the notification it belongs to, counted from 1 since the start of the app. */
  readonly notification: number;
  /** Of unstable connections: the printers whose reported disconnection lasts; absent without any. */
  readonly stillLost?: readonly PrinterId[];
  /** That notification already exists and is updated in place, without a sound. */
  readonly update: boolean;
}
