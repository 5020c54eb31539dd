import type { HistoryRange, PeriodView } from '../../src/domain/history-view.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { formatDay, formatDuration, formatHourOfDay, formatMinutes, formatNumber, formatTime } from '../format.ts';
import { messages } from '../messages.ts';

/** Formats a ratio (0–1) as a percentage. Nearly all is never rounded to 100 %, nor nearly nothing to 0 %. */
export function formatPercent(uptimeRatio: number): string {
  const fine = uptimeRatio > 0.99 || uptimeRatio < 0.01 ? 2 : 1;
  const factor = 10 ** (fine + 2);
  const rounded = uptimeRatio < 1 ? Math.min(Math.round(uptimeRatio * factor) / factor, 1 - 1 / factor) : 1;
  const shown = uptimeRatio > 0 ? Math.max(rounded, 1 / factor) : 0;
  return messages.value.measures.percent(formatNumber(shown * 100, fine));
}

/** "Disconnected, 14:05 – 14:17 (12 min)"; a segment that lasts until `now` ends with "now". */
export function segmentText({ state, from, to }: Segment, now: Instant): string {
  const texts = messages.value.history;
  const until = to >= now ? texts.untilNow : formatEnd(from, to, now);
  return texts.span(texts.state[state], formatTime(from, now), until, formatLength(to - from));
}

/** The end of a time range: only the time of day if it is on the same day as the start. */
export function formatEnd(from: Instant, to: Instant, now: Instant): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return formatTime(to, sameDay ? to : now);
}

/** Formats a duration in ms; seconds are shown only if it is under a minute. */
export function formatLength(length: number): string {
  return length < 60_000 ? formatDuration(length) : formatMinutes(length);
}

/** The figures of a period as part of a sentence, for screen readers. */
export function figuresText({ uptimeRatio, outages }: PeriodView): string {
  const texts = messages.value.history;
  if (uptimeRatio === null) return texts.nothingKnown;
  const longest = outages.count === 0 ? null : formatLength(outages.longest);
  return texts.figures(formatPercent(uptimeRatio), outages.count, longest);
}

/** The hour of the day in which most outages began, if it stands out; otherwise null. */
export function hourThatStandsOut(byHour: readonly number[]): { readonly hour: number; readonly count: number } | null {
  const all = byHour.reduce((sum, one) => sum + one, 0);
  const count = Math.max(0, ...byHour);
  // Three out of a few may be chance; a third of many is not.
  return count >= 3 && count * 3 >= all ? { hour: byHour.indexOf(count), count } : null;
}

/** The label of a tick below a timeline: "18:00", "Tue", "12 Nov". */
export function formatTick(range: HistoryRange, at: Instant): string {
  const { measures } = messages.value;
  const date = new Date(at);
  switch (range) {
    case 'day':
      return formatHourOfDay(date.getHours());
    case 'week':
      return measures.shortWeekdays[(date.getDay() + 6) % 7] ?? '';
    case 'month':
      return formatDay(date);
  }
}
