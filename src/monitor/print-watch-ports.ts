import type { Intervals } from '../domain/intervals.ts';
import type { PrintPolicy } from '../domain/print/notify-prints.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import type { PrintOutcome } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Clock, Instant } from '../domain/time.ts';

/** The result of a request about a print. */
export interface PrintAnswered {
  readonly outcome: PrintOutcome;
  /** The `Retry-After` header in seconds, at most one hour; null without one. */
  readonly retryAfterSeconds: number | null;
}

/** The dependencies of the print watch. */
export interface PrintWatchPorts {
  readonly clock: Pick<Clock, 'elapsed'>;
  /** Server time, UTC. */
  now(): Instant;
  /** 0–1. */
  random(): number;
  /** Sends one request. Never rejects. After an abort the outcome is ignored. */
  askPrint(printer: PrinterId, signal: AbortSignal): Promise<PrintAnswered>;
  intervals(): Intervals;
  policy(): PrintPolicy;
  /** Returns the number of the app's last notification of any kind. */
  lastNotification(): number;
  show(alerts: readonly PrintAlert[]): void;
  /** A printer's print changed, or the part of it that has to be saved. */
  changed(printer: PrinterId): void;
  /** Called after a response: the monitor takes its turn. */
  answered(): void;
}
