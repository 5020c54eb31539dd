import {
  type NotificationPolicy,
  type PrinterPolicy,
  policyAt,
  type Quiet,
  quietAt,
} from '../domain/notification-policy.ts';
import type { WallClock } from '../domain/quiet-hours.ts';
import type { Rules } from '../domain/rules.ts';
import type { Settings } from '../domain/settings.ts';
import { type SnoozeLength, snoozeEnd } from '../domain/snooze.ts';
import type { Instant } from '../domain/time.ts';
import type { Words } from '../domain/words/words.ts';
import type { Answer } from '../ipc/contract.ts';
import type { AlertStateStore } from '../storage/alert-state-store.ts';

export interface QuietControlParts {
  readonly store: AlertStateStore;
  readonly settings: () => Settings;
  readonly printers: () => PrinterPolicy;
  readonly clock: WallClock;
  readonly now: () => Instant;
  readonly rules: () => Rules;
  readonly changed: () => void;
  readonly words: () => Words;
}

/** When notifications wait: the user's quiet hours, and snoozing, which outlives a restart. */
export class QuietControl {
  readonly #parts: QuietControlParts;

  constructor(parts: QuietControlParts) {
    this.#parts = parts;
  }

  policy(): NotificationPolicy {
    const { settings, printers, now, clock } = this.#parts;
    return policyAt(settings(), this.#snoozedUntil(), printers(), now(), clock);
  }

  /** Null while notifications are shown as they come. */
  quiet(): Quiet | null {
    const { settings, now, clock } = this.#parts;
    return quietAt(settings(), this.#snoozedUntil(), now(), clock);
  }

  /** Holds notifications back for that long from now on, or no longer. */
  async snooze(length: SnoozeLength | 'end'): Promise<Answer> {
    const { store, now, clock, rules, changed, words } = this.#parts;
    const at = now();
    const snoozedUntil = length === 'end' ? at : snoozeEnd(length, at, clock, rules());
    const saving = store.save({ ...store.value(), snoozedUntil });
    changed();
    const saved = await saving;
    return saved.ok ? { ok: true } : { ok: false, message: saved.notice.say(words()) };
  }

  #snoozedUntil(): Instant | null {
    return this.#parts.store.value().snoozedUntil;
  }
}
