import type { History, Span } from './spans.ts';
import type { Instant, Milliseconds } from './time.ts';

/** A stretch of a period, known or not. */
export interface Segment {
  readonly state: Span['state'] | 'unknown';
  readonly from: Instant;
  readonly to: Instant;
}

/** The period without gaps: what is not known is `unknown`. Empty when `to` is not after `from`. */
export function segments(history: History, from: Instant, to: Instant): readonly Segment[] {
  const found: Segment[] = [];
  let at = from;
  for (const span of history) {
    const begins = Math.max(span.from, at);
    const ends = Math.min(span.to, to);
    if (ends <= begins) continue;
    if (begins > at) found.push({ state: 'unknown', from: at, to: begins });
    found.push({ state: span.state, from: begins, to: ends });
    at = ends;
  }
  if (at < to) found.push({ state: 'unknown', from: at, to });
  return found;
}

/** How a printer did in a period. */
export interface Uptime {
  /** Connected time as a share of the known time, 0–1; null when nothing is known. */
  readonly uptimeRatio: number | null;
  /** How much of the period is known, ms. */
  readonly known: Milliseconds;
  readonly connected: Milliseconds;
  /** Times without a connection, in order, cut to the period. */
  readonly outages: readonly Segment[];
}

/** Sums up a period. Uptime counts known time only. */
export function uptime(history: History, from: Instant, to: Instant): Uptime {
  const known = segments(history, from, to).filter(({ state }) => state !== 'unknown');
  const lengthOf = (those: readonly Segment[]) => those.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
  const outages = known.filter(({ state }) => state === 'disconnected');
  const knownTime = lengthOf(known);
  const connected = knownTime - lengthOf(outages);
  return { uptimeRatio: knownTime === 0 ? null : connected / knownTime, known: knownTime, connected, outages };
}
