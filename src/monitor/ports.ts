import type { Alert } from '../domain/alerts/alert.ts';
import type { KeptAlertState } from '../domain/alerts/alert-state.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { Answered } from '../domain/outcome.ts';
import type { PrintAlert, PrintAlertKind } from '../domain/print/print-alert.ts';
import type { KeptPrints } from '../domain/print/print-alert-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { SleepAwareClock, Timer } from '../domain/time.ts';
import type { PrintAnswered } from './print-watch-ports.ts';

/** The monitor's dependencies on the outside world; replay provides virtual ones. */
export interface MonitorPorts {
  readonly clock: SleepAwareClock;
  readonly timer: Timer;
  /** 0–1. */
  random(): number;
  /** Requests a printer's status from OctoEverywhere once. Never rejects. After an abort the outcome is ignored. */
  ask(printer: PrinterId, signal: AbortSignal): Promise<Answered>;
  /** The network state reported by the system: only a hint, see network-belief.ts. */
  network(): 'up' | 'down';
  intervals(): Intervals;
  /** Returns the user's current notification policy. */
  policy(): NotificationPolicy;
  /** Shows or updates one notification: one alert, or several that were held back during quiet time. */
  show(alerts: readonly Alert[]): void;
  /** The alert state has changed and has to be saved for the next start. */
  alertsChanged(kept: KeptAlertState): void;
  /** Null if prints are not watched. */
  readonly prints: PrintPorts | null;
}

/** The additional dependencies for watching prints. */
export interface PrintPorts {
  /** The saved print state of the previous run. */
  readonly kept: KeptPrints;
  /** 0–1; a separate source, so that in a replay prints do not influence the timing of other requests. */
  random(): number;
  /** Requests the print from a printer's plugin once. Never rejects. After an abort the outcome is ignored. */
  ask(printer: PrinterId, signal: AbortSignal): Promise<PrintAnswered>;
  /** Whether the user wants this printer's prints watched, and there may be credentials for that. */
  isWatched(printer: PrinterId): boolean;
  isWindowOpen(): boolean;
  /** Returns which kinds the user wants to be notified about. */
  kinds(): Readonly<Record<PrintAlertKind, boolean>>;
  /** Shows one notification. */
  show(alert: PrintAlert): void;
  /** The print state has changed and has to be saved for the next start. */
  keep(kept: KeptPrints): void;
}
