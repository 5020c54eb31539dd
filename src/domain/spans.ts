import { DAY, type Instant, type Milliseconds } from './time.ts';

/** A period in which a printer is known to have been connected to OctoEverywhere, or not; `to` is exclusive. */
export interface Span {
  readonly state: 'connected' | 'disconnected';
  /** UTC, like `to`. */
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * A printer's history: spans in chronological order that do not overlap. Nothing is known about the gaps between them.
 * Only the last span may have no length: a state seen once so far.
 */
export type History = readonly Span[];

export const keptFor: Milliseconds = 90 * DAY;
export const mostSpans = 2_000;

/** Returns the history before `at`. */
export function cutAt(history: History, at: Instant): History {
  const last = history.at(-1);
  if (last === undefined || (last.from < at && last.to <= at)) return history;
  return history.filter(({ from }) => from < at).map((span) => (span.to > at ? { ...span, to: at } : span));
}

/** Adds the parts of `span` about which nothing is known yet. */
export function fill(history: History, span: Span): History {
  let first = history.length;
  while (first > 0 && (history[first - 1]?.to ?? 0) >= span.from) first -= 1;
  const spans: Span[] = [];
  let from = span.from;
  for (const known of history.slice(first)) {
    if (known.from > from && from < span.to) spans.push({ ...span, from, to: Math.min(known.from, span.to) });
    spans.push(known);
    from = Math.max(from, known.to);
  }
  if (from < span.to || (from === span.to && span.from === span.to)) spans.push({ ...span, from });
  return [...history.slice(0, first), ...spans.reduce<Span[]>(join, [])];
}

function join(spans: Span[], span: Span): Span[] {
  const last = spans.at(-1);
  if (last !== undefined && last.to === span.from && last.state === span.state) {
    spans[spans.length - 1] = { ...last, to: span.to };
    return spans;
  }
  // A single sighting that was not extended.
  if (last !== undefined && last.from === last.to) spans.pop();
  spans.push(span);
  return spans;
}

/**
 * Limits the history to 2,000 spans that ended no more than 90 days before `at`, which must not be ahead: what this
 * drops is lost.
 */
export function bounded(history: History, at: Instant): History {
  const horizon = at - keptFor;
  const [oldest] = history;
  return latest(oldest === undefined || oldest.to > horizon ? history : history.filter(({ to }) => to > horizon));
}

/** Limits the history to the latest 2,000 spans. */
export function latest(history: History): History {
  return history.length <= mostSpans ? history : history.slice(-mostSpans);
}
