import type { HistoryRange, PeriodView } from '../../src/domain/history-view.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { clockWords, dayWords, durationWords, hourWords, minutesWords, numberWords } from '../format.ts';
import { words } from '../words.ts';

/** Formats a ratio (0–1) as a percentage. Nearly all is never rounded to 100 %, nor nearly nothing to 0 %. */
export function percentWords(uptimeRatio: number): string {
  const fine = uptimeRatio > 0.99 || uptimeRatio < 0.01 ? 2 : 1;
  const factor = 10 ** (fine + 2);
  const rounded = uptimeRatio < 1 ? Math.min(Math.round(uptimeRatio * factor) / factor, 1 - 1 / factor) : 1;
  const shown = uptimeRatio > 0 ? Math.max(rounded, 1 / factor) : 0;
  return words.value.measures.percent(numberWords(shown * 100, fine));
}

/** "Disconnected, 14:05 – 14:17 (12 min)"; a segment that lasts until `now` ends with "now". */
export function segmentWords({ state, from, to }: Segment, now: Instant): string {
  const texts = words.value.history;
  const until = to >= now ? texts.untilNow : endWords(from, to, now);
  return texts.span(texts.state[state], clockWords(from, now), until, lengthWords(to - from));
}

/** The end of a time range: only the time of day if it is on the same day as the start. */
export function endWords(from: Instant, to: Instant, now: Instant): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return clockWords(to, sameDay ? to : now);
}

/** Formats a duration in ms; seconds are shown only if it is under a minute. */
export function lengthWords(length: number): string {
  return length < 60_000 ? durationWords(length) : minutesWords(length);
}

/** The figures of a period as part of a sentence, for screen readers. */
export function figuresWords({ uptimeRatio, outages }: PeriodView): string {
  const texts = words.value.history;
  if (uptimeRatio === null) return texts.nothingKnown;
  const longest = outages.count === 0 ? null : lengthWords(outages.longest);
  return texts.figures(percentWords(uptimeRatio), outages.count, longest);
}

/** The hour of the day in which most outages began, if it stands out; otherwise null. */
export function hourThatStandsOut(byHour: readonly number[]): { readonly hour: number; readonly count: number } | null {
  const all = byHour.reduce((sum, one) => sum + one, 0);
  const count = Math.max(0, ...byHour);
  // Three out of a few may be chance; a third of many is not.
  return count >= 3 && count * 3 >= all ? { hour: byHour.indexOf(count), count } : null;
}

/** The label of a tick below a strip: "18:00", "Tue", "12 Nov". */
export function tickWords(range: HistoryRange, at: Instant): string {
  const { measures } = words.value;
  const date = new Date(at);
  switch (range) {
    case 'day':
      return hourWords(date.getHours());
    case 'week':
      return measures.shortWeekdays[(date.getDay() + 6) % 7] ?? '';
    case 'month':
      return dayWords(date);
  }
}
