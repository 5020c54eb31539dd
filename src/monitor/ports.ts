import type { Alert } from '../domain/alerts/alert.ts';
import type { KeptAlertState } from '../domain/alerts/alert-state.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { Answered } from '../domain/outcome.ts';
import type { PrintAlert, PrintAlertKind } from '../domain/print/print-alert.ts';
import type { KeptPrints } from '../domain/print/print-alert-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Clock, Timer } from '../domain/time.ts';
import type { PrintAnswered } from './print-watch.ts';

/** What the monitor needs of the world; replay puts a virtual one in its place. */
export interface MonitorPorts {
  readonly clock: Clock;
  readonly timer: Timer;
  /** 0–1. */
  random(): number;
  /** Asks OctoEverywhere once about a printer. Never rejects. After an abort nobody waits for the outcome any more. */
  ask(printer: PrinterId, signal: AbortSignal): Promise<Answered>;
  /** Whether this computer has a network, as its system says: a hint, see network-belief.ts. */
  network(): 'up' | 'down';
  rules(): Intervals;
  /** What the user wants to be notified of now, and when. */
  policy(): NotificationPolicy;
  /** Shows one notification, or changes it: one alert, or several that were held back in a time without notifications. */
  show(alerts: readonly Alert[]): void;
  /** What the user was notified of has changed, and is to be known at the next start. */
  alertsChanged(kept: KeptAlertState): void;
  /** Null where nobody watches over prints. */
  readonly prints: PrintPorts | null;
}

/** What the watch over prints needs of the world besides. */
export interface PrintPorts {
  /** What was known of prints when the app ended. */
  readonly kept: KeptPrints;
  /** 0–1; by itself, so that in a replay prints change nothing of the pace of the other questions. */
  random(): number;
  /** Asks a printer's plugin once about its print. Never rejects. After an abort nobody waits for the outcome any more. */
  ask(printer: PrinterId, signal: AbortSignal): Promise<PrintAnswered>;
  /** Whether the user wants this printer's prints watched, and there may be credentials for that. */
  isWatched(printer: PrinterId): boolean;
  isWindowOpen(): boolean;
  /** What the user wants to be notified of. */
  kinds(): Readonly<Record<PrintAlertKind, boolean>>;
  /** Shows one notification. */
  show(alert: PrintAlert): void;
  /** What is known of prints has changed, and is to be known at the next start. */
  keep(kept: KeptPrints): void;
}
