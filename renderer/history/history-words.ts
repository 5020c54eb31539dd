import type { HistoryRange, PeriodView } from '../../src/domain/history-view.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { clockWords, dayWords, durationWords, hourWords, minutesWords, numberWords } from '../format.ts';
import { words } from '../words.ts';

/** A share (0–1) in percent. What is nearly all is not called all, and what is nearly nothing not nothing. */
export function percentWords(uptimeRatio: number): string {
  const fine = uptimeRatio > 0.99 || uptimeRatio < 0.01 ? 2 : 1;
  const factor = 10 ** (fine + 2);
  const rounded = uptimeRatio < 1 ? Math.min(Math.round(uptimeRatio * factor) / factor, 1 - 1 / factor) : 1;
  const shown = uptimeRatio > 0 ? Math.max(rounded, 1 / factor) : 0;
  return words.value.measures.percent(numberWords(shown * 100, fine));
}

/** "Disconnected, 14:05 – 14:17 (12 min)"; what lasts until `now` ends "now". */
export function segmentWords({ state, from, to }: Segment, now: Instant): string {
  const texts = words.value.history;
  const until = to >= now ? texts.untilNow : endWords(from, to, now);
  return texts.span(texts.state[state], clockWords(from, now), until, lengthWords(to - from));
}

/** The end of a span whose beginning stands before it: of the same day only the clock is said again. */
export function endWords(from: Instant, to: Instant, now: Instant): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return clockWords(to, sameDay ? to : now);
}

/** A length in ms: seconds count only when there is nothing longer. */
export function lengthWords(length: number): string {
  return length < 60_000 ? durationWords(length) : minutesWords(length);
}

/** The figures of a period in one sentence part, for those who do not see the strip. */
export function figuresWords({ uptimeRatio, outages }: PeriodView): string {
  const texts = words.value.history;
  if (uptimeRatio === null) return texts.nothingKnown;
  const longest = outages.count === 0 ? null : lengthWords(outages.longest);
  return texts.figures(percentWords(uptimeRatio), outages.count, longest);
}

/** The hour of the day in which most losses began, when it stands out; else null. */
export function hourThatStandsOut(byHour: readonly number[]): { readonly hour: number; readonly count: number } | null {
  const all = byHour.reduce((sum, one) => sum + one, 0);
  const count = Math.max(0, ...byHour);
  // Three of a few may be chance; a third of many is not.
  return count >= 3 && count * 3 >= all ? { hour: byHour.indexOf(count), count } : null;
}

/** What stands at a mark below a strip: "18:00", "Tue", "12 Nov". */
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
