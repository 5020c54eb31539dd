import type { PrinterId } from './printer.ts';
import { quietTimeAt, type WallClock } from './quiet-hours.ts';
import { type AlertTopic, defaultSettings, type Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** What the user wants to be notified of, and when. */
export interface NotificationPolicy {
  readonly topics: Readonly<Record<AlertTopic, boolean>>;
  readonly muted: ReadonlySet<PrinterId>;
  /** Switched off on purpose by the user, until they connect again. */
  readonly off: ReadonlySet<PrinterId>;
  /** Often switched off: being disconnected is never trouble. */
  readonly oftenOff: ReadonlySet<PrinterId>;
  /** The end of the present time without notifications, or of the last one, UTC; null when there was none lately. */
  readonly quietUntil: Instant | null;
}

/** What the user set for single printers. */
export type PrinterPolicy = Pick<NotificationPolicy, 'muted' | 'off' | 'oftenOff'>;

/** Everything, at any time. */
export const unrestrictedPolicy: NotificationPolicy = {
  topics: defaultSettings.topics,
  muted: new Set(),
  off: new Set(),
  oftenOff: new Set(),
  quietUntil: null,
};

/** Notifications wait: until when (UTC) and why. */
export interface Quiet {
  readonly until: Instant;
  readonly why: 'quiet-hours' | 'snoozed';
}

/** What the user wants to be notified of at `at`. `snoozedUntil` is the end of the last snooze, UTC, or null. */
export function policyAt(
  settings: Pick<Settings, 'topics' | 'quietHours'>,
  snoozedUntil: Instant | null,
  printers: PrinterPolicy,
  at: Instant,
  clock: WallClock,
): NotificationPolicy {
  const now = quietAt(settings, snoozedUntil, at, clock);
  const last = Math.max(quietTimeAt(settings.quietHours, at, clock)?.until ?? 0, snoozedUntil ?? 0);
  return { ...printers, topics: settings.topics, quietUntil: now?.until ?? (last === 0 ? null : last) };
}

/** Quiet hours and a snooze that touch are one time without notifications; null when they are shown as they come. */
export function quietAt(
  settings: Pick<Settings, 'quietHours'>,
  snoozedUntil: Instant | null,
  at: Instant,
  clock: WallClock,
): Quiet | null {
  const snoozed = snoozedUntil !== null && at < snoozedUntil;
  let until = at;
  // A snooze can join two stretches of quiet hours; there are not more than these three.
  for (let part = 0; part < 3; part += 1) {
    if (snoozedUntil !== null) until = Math.max(until, snoozedUntil);
    const hours = quietTimeAt(settings.quietHours, until, clock);
    if (hours !== null && hours.from <= until) until = Math.max(until, hours.until);
  }
  return until === at ? null : { until, why: snoozed ? 'snoozed' : 'quiet-hours' };
}
