import type { History, Span } from '../domain/spans.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../domain/time.ts';
import { seededRandom } from './seeded-random.ts';

/** How reliable each demo printer was before the demo: its drops per day, and their maximum length. */
const temperaments: readonly { readonly dropsADay: number; readonly longest: number; readonly atNight: boolean }[] = [
  { dropsADay: 0.3, longest: 20 * MINUTE, atNight: false },
  { dropsADay: 1.2, longest: 3 * HOUR, atNight: true },
  { dropsADay: 0.2, longest: 10 * HOUR, atNight: false },
  { dropsADay: 0.05, longest: 30 * MINUTE, atNight: false },
  { dropsADay: 5, longest: 25 * MINUTE, atNight: false },
  { dropsADay: 0.6, longest: HOUR, atNight: true },
];

/** The hour (UTC) of a router's nightly restart, which disconnects its printers. */
const nightHour = 2;

/**
 * Returns an invented history for the demo's printer number `index`, the same each time: 30 days that end with
 * `lastLoss`, the story's own outage.
 */
export function demoHistory(index: number, lastLoss: Pick<Span, 'from' | 'to'>): History {
  const until = lastLoss.from;
  const temperament = temperaments[index % temperaments.length];
  if (temperament === undefined) return [];
  const random = seededRandom(index + 1);
  const spans: Span[] = [];
  let at = until - 30 * DAY;
  while (at < until) {
    const gap = (-Math.log(1 - random()) * DAY) / temperament.dropsADay;
    const drop = temperament.atNight ? nightAfter(at + gap) : at + gap;
    const end = Math.round(drop + MINUTE + random() * temperament.longest);
    // Leave some time between two outages.
    const isLast = end > until - HOUR;
    const from = isLast ? until : Math.round(drop);
    spans.push({ state: 'connected', from: at, to: from });
    if (!isLast) spans.push({ state: 'disconnected', from, to: end });
    at = isLast ? until : end;
  }
  return [...spans, { state: 'disconnected', ...lastLoss }];
}

function nightAfter(at: Instant): Instant {
  const night = Math.floor(at / DAY) * DAY + nightHour * HOUR + (at % (40 * MINUTE));
  return night > at ? night : night + DAY;
}
