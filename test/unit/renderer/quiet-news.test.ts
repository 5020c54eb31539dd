import { afterEach, expect, test } from 'vitest';
import { quietWords } from '../../../renderer/printers/quiet-news.ts';
import { language } from '../../../renderer/words/words.ts';

const berlin = 'Europe/Berlin';
const now = Date.UTC(2026, 0, 14, 17, 17);

afterEach(() => {
  language.value = 'en';
});

test('a snooze says until when', () => {
  const until = Date.UTC(2026, 0, 14, 18, 17);
  expect(quietWords({ until, why: 'snoozed' }, now, berlin)).toBe('Notifications are snoozed until 19:17.');
});

test('quiet hours that end on the next morning say so', () => {
  const until = Date.UTC(2026, 0, 15, 6);
  expect(quietWords({ until, why: 'quiet-hours' }, now, berlin)).toBe('Quiet hours until tomorrow 07:00.');
  language.value = 'de';
  expect(quietWords({ until, why: 'quiet-hours' }, now, berlin)).toBe('Ruhezeit bis morgen 07:00.');
});

test('a morning that has begun already is not called tomorrow', () => {
  const afterMidnight = Date.UTC(2026, 0, 14, 23, 30);
  const until = Date.UTC(2026, 0, 15, 6);
  expect(quietWords({ until, why: 'quiet-hours' }, afterMidnight, berlin)).toBe('Quiet hours until 07:00.');
});
