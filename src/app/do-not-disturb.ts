import type { Intervals } from '../domain/intervals.ts';
import { type NotificationPolicy, policyAt, type Quiet, quietAt } from '../domain/notification-policy.ts';
import type { WallClock } from '../domain/quiet-hours.ts';
import type { RequestResult } from '../domain/results.ts';
import { type SnoozeLength, snoozeEnd } from '../domain/snooze.ts';
import { type Clock, type Instant, MINUTE, SECOND, type Timer } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { AlertStateStore } from '../storage/alert-state-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface DoNotDisturbParts {
  readonly store: AlertStateStore;
  readonly settings: SettingsStore;
  readonly fleet: Fleet;
  readonly wallClock: WallClock;
  readonly clock: Pick<Clock, 'now'>;
  readonly intervals: () => Intervals;
  readonly timer: Timer;
  readonly messages: () => Messages;
}

/** When notifications are held back: during the user's quiet hours and while snoozed. A snooze survives a restart. */
export class DoNotDisturb {
  readonly #parts: DoNotDisturbParts;

  #changed: () => void = () => {};
  /** What was last seen, to notice when a time without notifications begins or ends. */
  #seen = '';

  constructor(parts: DoNotDisturbParts) {
    this.#parts = parts;
  }

  /** Calls `listener` when notifications are snoozed, and when a time without them has begun or ended. */
  onChange(listener: () => void): void {
    this.#changed = listener;
    this.#seen = this.#look();
    this.#lookAgain();
  }

  #look(): string {
    const quiet = this.quiet();
    // Its end by this computer's clock varies by some milliseconds.
    return quiet === null ? '' : `${quiet.why} ${Math.round(quiet.until / MINUTE)}`;
  }

  /** Looks again at its end, and each minute: clock, time zone and settings may change. */
  #lookAgain(): void {
    const { clock, timer } = this.#parts;
    const left = (this.quiet()?.until ?? Number.POSITIVE_INFINITY) - clock.now();
    timer.set(Math.max(SECOND, Math.min(left, MINUTE)), () => {
      const seen = this.#look();
      const isNews = seen !== this.#seen;
      this.#seen = seen;
      this.#lookAgain();
      if (isNews) this.#changed();
    });
  }

  policy(): NotificationPolicy {
    const { settings, fleet, clock, wallClock } = this.#parts;
    return policyAt(settings.value(), this.#snoozedUntil(), fleet.policy(), clock.now(), wallClock);
  }

  /** Null while notifications are shown immediately. */
  quiet(): Quiet | null {
    const { settings, clock, wallClock } = this.#parts;
    return quietAt(settings.value(), this.#snoozedUntil(), clock.now(), wallClock);
  }

  /** Whether notifications are currently off or held back. */
  isSilent(): boolean {
    return !this.#parts.settings.value().notifications || this.quiet() !== null;
  }

  /** Snoozes notifications for `length` from now, or ends the snooze. */
  async snooze(length: SnoozeLength | 'end'): Promise<RequestResult> {
    const { store, fleet, clock, wallClock, intervals, messages } = this.#parts;
    const at = clock.now();
    const end = length === 'end' ? at : snoozeEnd(length, at, wallClock, intervals());
    const snoozedUntil = end - fleet.clockAhead();
    const saving = store.save({ ...store.value(), snoozedUntil });
    this.#changed();
    const saved = await saving;
    return saved.ok ? { ok: true } : { ok: false, message: saved.notice.say(messages()) };
  }

  /** When a snooze until tomorrow would end if it began now, in server time (UTC). */
  untilTomorrow(): Instant {
    const { fleet, clock, wallClock, intervals } = this.#parts;
    return snoozeEnd('until-tomorrow', clock.now(), wallClock, intervals()) - fleet.clockAhead();
  }

  /**
   * The end of the snooze by this computer's clock. It is stored in server time, so changing the clock can't prolong a
   * snooze.
   */
  #snoozedUntil(): Instant | null {
    const { store, fleet } = this.#parts;
    const { snoozedUntil } = store.value();
    return snoozedUntil === null ? null : snoozedUntil + fleet.clockAhead();
  }
}
