import type { Alert } from '../domain/alerts/alert.ts';
import type { KeptAlertState } from '../domain/alerts/alert-state.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { Answered } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Clock, Timer } from '../domain/time.ts';

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
}
