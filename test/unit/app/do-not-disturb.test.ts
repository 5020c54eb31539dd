import { expect, it } from 'vitest';
import { DoNotDisturb } from '../../../src/app/do-not-disturb.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { HOUR, type Instant, MINUTE } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';

const start: Instant = Date.UTC(2026, 5, 1, 12);

/** Time that a test lets pass, and when notifications began or ended to be held back, in minutes. */
function world(settings: Partial<Settings> = {}, snoozedUntil: Instant | null = null) {
  let now = start;
  let due: { readonly at: Instant; readonly then: () => void } | null = null;
  const heard: number[] = [];
  const quiet = new DoNotDisturb({
    store: memoryDocument({ snoozedUntil }),
    settings: memoryDocument({ ...defaultSettings, ...settings }),
    fleet: { clockAhead: () => 0, policy: () => ({ muted: new Set(), off: new Set(), oftenOff: new Set() }) },
    wallClock: {},
    clock: { now: () => now },
    intervals: () => intervalsFor(defaultSettings, null),
    timer: {
      set: (after: number, then: () => void) => {
        due = { at: now + after, then };
      },
      clear: () => {},
    },
    messages: () => messagesFor('en'),
  } as never);
  quiet.onChange(() => heard.push((now - start) / MINUTE));
  return {
    quiet,
    heard,
    set: (at: Instant) => {
      now = at;
    },
    pass: (until: Instant) => {
      while (due !== null && due.at <= until) {
        const { at, then } = due;
        due = null;
        now = Math.max(now, at);
        then();
      }
    },
  };
}

it('the end of a snooze is noticed at once, however long nothing else happens', () => {
  const { heard, pass, quiet } = world({}, start + 90 * MINUTE);
  expect(quiet.isSilent()).toBe(true);
  pass(start + 3 * HOUR);
  expect(heard).toEqual([90]);
  expect(quiet.isSilent()).toBe(false);
});

it('nothing is reported while nothing changes', () => {
  const { heard, pass } = world();
  pass(start + 24 * HOUR);
  expect(heard).toEqual([]);
});

it('a clock that was set is noticed within a minute', () => {
  const { heard, pass, set } = world({}, start + 8 * HOUR);
  set(start + 9 * HOUR);
  pass(start + 9 * HOUR + MINUTE);
  expect(heard).toHaveLength(1);
});
