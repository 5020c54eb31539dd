import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { language } from '../../../renderer/messages.ts';
import { doNotDisturbText } from '../../../renderer/printers/do-not-disturb-text.ts';

const now = Date.UTC(2026, 0, 14, 17, 17);

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));

afterEach(() => {
  vi.unstubAllEnvs();
  language.value = 'en';
});

test('a snooze shows its end', () => {
  const until = Date.UTC(2026, 0, 14, 18, 17);
  expect(doNotDisturbText({ until, why: 'snoozed' }, now)).toBe('Notifications are snoozed until 19:17.');
});

test('quiet hours that end the next morning show that', () => {
  const until = Date.UTC(2026, 0, 15, 6);
  expect(doNotDisturbText({ until, why: 'quiet-hours' }, now)).toBe('Quiet hours until tomorrow 07:00.');
  language.value = 'de';
  expect(doNotDisturbText({ until, why: 'quiet-hours' }, now)).toBe('Ruhezeit bis morgen 07:00.');
});

test('a morning that has already begun is not called tomorrow', () => {
  const afterMidnight = Date.UTC(2026, 0, 14, 23, 30);
  const until = Date.UTC(2026, 0, 15, 6);
  expect(doNotDisturbText({ until, why: 'quiet-hours' }, afterMidnight)).toBe('Quiet hours until 07:00.');
});
