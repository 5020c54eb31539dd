import type { PrinterId } from './printer.ts';
import { quietTimeAt, type WallClock } from './quiet-hours.ts';
import { type AlertTopic, defaultSettings, type Settings } from './settings.ts';
import { isSnoozeEnd } from './snooze.ts';
import type { Instant, Milliseconds } from './time.ts';

/** What the user wants to be notified about, and when. */
export interface NotificationPolicy {
  readonly topics: Readonly<Record<AlertTopic, boolean>>;
  readonly muted: ReadonlySet<PrinterId>;
  /** Marked by the user as switched off, until they connect again. */
  readonly off: ReadonlySet<PrinterId>;
  /** Often switched off: being disconnected is never a problem. */
  readonly oftenOff: ReadonlySet<PrinterId>;
  /** The end of the current quiet time, or of the last one, UTC; null when there was none recently. */
  readonly quietUntil: Instant | null;
  /** Whether that is the end of quiet hours: for many users the same, unlike that of a snooze. */
  readonly isTimeOfDay: boolean;
}

/** The user's choices for individual printers. */
export type PrinterPolicy = Pick<NotificationPolicy, 'muted' | 'off' | 'oftenOff'>;

/** Notifies about everything at any time. */
export const unrestrictedPolicy: NotificationPolicy = {
  topics: defaultSettings.topics,
  muted: new Set(),
  off: new Set(),
  oftenOff: new Set(),
  quietUntil: null,
  isTimeOfDay: false,
};

/**
 * Converts a policy to server time: the user's times are by this computer's clock, which is ahead by `clockAhead` ms.
 */
export function policyInServerTime(policy: NotificationPolicy, clockAhead: Milliseconds): NotificationPolicy {
  return policy.quietUntil === null ? policy : { ...policy, quietUntil: policy.quietUntil - clockAhead };
}

/** Why notifications are held back, and until when (UTC). */
export interface Quiet {
  readonly until: Instant;
  readonly why: 'quiet-hours' | 'snoozed';
}

/**
 * Returns the user's notification policy at `at`. `snoozedUntil` is the end of the last snooze, UTC, or null; one that
 * is longer than any snooze has no effect.
 */
export function policyAt(
  settings: Pick<Settings, 'topics' | 'quietHours'>,
  snoozedUntil: Instant | null,
  printers: PrinterPolicy,
  at: Instant,
  clock: WallClock,
): NotificationPolicy {
  const now = quietAt(settings, snoozedUntil, at, clock);
  const snoozeEnded = snoozedUntil !== null && isSnoozeEnd(snoozedUntil, at) ? snoozedUntil : 0;
  const last = Math.max(quietTimeAt(settings.quietHours, at, clock)?.until ?? 0, snoozeEnded);
  const quietUntil = now?.until ?? (last === 0 ? null : last);
  const isTimeOfDay = quietUntil !== null && quietUntil !== snoozedUntil;
  return { ...printers, topics: settings.topics, quietUntil, isTimeOfDay };
}

/** Returns the current quiet time; null when there is none. Quiet hours and a snooze that touch count as one. */
export function quietAt(
  settings: Pick<Settings, 'quietHours'>,
  snoozedUntil: Instant | null,
  at: Instant,
  clock: WallClock,
): Quiet | null {
  const snoozed = snoozedUntil !== null && at < snoozedUntil && isSnoozeEnd(snoozedUntil, at);
  let until = at;
  // A snooze can join two spans of quiet hours; there are never more than these three parts.
  for (let part = 0; part < 3; part += 1) {
    if (snoozed) until = Math.max(until, snoozedUntil);
    const hours = quietTimeAt(settings.quietHours, until, clock);
    if (hours !== null && hours.from <= until) until = Math.max(until, hours.until);
  }
  return until === at ? null : { until, why: snoozed ? 'snoozed' : 'quiet-hours' };
}
