import type { History, Span } from './spans.ts';
import type { Instant, Milliseconds } from './time.ts';

/** Part of a period, known or not. */
export interface Segment {
  readonly state: Span['state'] | 'unknown';
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Returns the period without gaps; where nothing is known the state is `unknown`. Empty when `to` is not after `from`.
 */
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

/** A printer's uptime in a period. */
export interface Uptime {
  /** Connected time as a fraction of the known time, 0–1; null when nothing is known. */
  readonly uptimeRatio: number | null;
  /** How much of the period is known, ms. */
  readonly known: Milliseconds;
  readonly connected: Milliseconds;
  /** Times without a connection, in order, cut to the period. */
  readonly outages: readonly Segment[];
}

/** Returns the uptime in a period. Only known time counts. */
export function uptime(history: History, from: Instant, to: Instant): Uptime {
  const known = segments(history, from, to).filter(({ state }) => state !== 'unknown');
  const lengthOf = (those: readonly Segment[]) => those.reduce((sum, segment) => sum + segment.to - segment.from, 0);
  const outages = known.filter(({ state }) => state === 'disconnected');
  const knownTime = lengthOf(known);
  const connected = knownTime - lengthOf(outages);
  return { uptimeRatio: knownTime === 0 ? null : connected / knownTime, known: knownTime, connected, outages };
}
