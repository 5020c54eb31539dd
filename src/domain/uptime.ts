import { DAY, type Instant, type Milliseconds, SECOND } from './time.ts';

/** A time in which a printer is known to have been connected to OctoEverywhere, or not; `to` is not part of it any more. */
export interface Span {
  readonly state: 'connected' | 'disconnected';
  /** UTC, like `to`. */
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * What is known of a printer's past: spans in order of time that do not overlap. Of the time between them nobody can
 * tell. Only the last one may be a mere moment, seen once so far.
 */
export type History = readonly Span[];

/** What one answer says about a printer's link. */
export interface Sighting {
  readonly connected: boolean;
  /** As OctoEverywhere tells them, UTC; null when it does not. */
  readonly lastConnectedAt: Instant | null;
  readonly lastDisconnectedAt: Instant | null;
}

export const keptFor: Milliseconds = 90 * DAY;
export const mostSpans = 2_000;

/** How far OctoEverywhere's clock may be ahead of ours before its times stop being plausible. */
const clockTolerance: Milliseconds = 10 * SECOND;

/**
 * The history after an answer that came at `at`. OctoEverywhere's own times tell what happened since the answer before,
 * and while nobody asked: a blip between two polls, an outage while the app was off. They fill only time that was not known
 * yet; what was seen stays. Without them a state is taken to have lasted between two answers that say the same and are no
 * further apart than `patience`. What a clock that was ahead has put into the future is dropped.
 */
export function record(history: History, sighting: Sighting, at: Instant, patience: Milliseconds): History {
  const past = cutAt(history, at);
  const state: Span['state'] = sighting.connected ? 'connected' : 'disconnected';
  const last = past.at(-1);
  const told = toldBy(sighting, at) ?? [{ state, from: lastsFrom(last, state, at, patience), to: at }];
  const [earliest] = told;
  const news: Span[] = [];
  // The state that was seen last went on until OctoEverywhere says that something changed.
  if (last !== undefined && earliest !== undefined && earliest.from > last.to && earliest.from - last.to <= patience) {
    if (earliest.state !== last.state) news.push({ state: last.state, from: last.to, to: earliest.from });
  }
  // What is seen now stands at the end in any case, if only as the moment that it is.
  return bounded([...news, ...told, { state, from: at, to: at }].reduce<History>(fill, past), at);
}

/** What the times of an answer say, in order; null when there are none, or they cannot be true. */
function toldBy({ connected, lastConnectedAt, lastDisconnectedAt }: Sighting, at: Instant): History | null {
  const [began, before] = connected ? [lastConnectedAt, lastDisconnectedAt] : [lastDisconnectedAt, lastConnectedAt];
  if (began === null || began > at + clockTolerance || (before !== null && before > began)) return null;
  const from = Math.min(began, at);
  const present: Span = { state: connected ? 'connected' : 'disconnected', from, to: at };
  const former: Span = { state: connected ? 'disconnected' : 'connected', from: before ?? from, to: from };
  return [former, present]
    .filter((span) => span.from < span.to || span === present)
    .flatMap((span) => since(span, at - keptFor));
}

function since(span: Span, horizon: Instant): History {
  if (span.to <= horizon) return [];
  return [span.from < horizon ? { ...span, from: horizon } : span];
}

function lastsFrom(last: Span | undefined, state: Span['state'], at: Instant, patience: Milliseconds): Instant {
  return last !== undefined && last.state === state && at - last.to <= patience ? last.to : at;
}

function cutAt(history: History, at: Instant): History {
  const last = history.at(-1);
  if (last === undefined || (last.from < at && last.to <= at)) return history;
  return history.filter(({ from }) => from < at).map((span) => (span.to > at ? { ...span, to: at } : span));
}

/** Puts `span` in where nothing is known yet. */
function fill(history: History, span: Span): History {
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
  // A moment that turned out to be nothing more.
  if (last !== undefined && last.from === last.to) spans.pop();
  spans.push(span);
  return spans;
}

/** At most 2,000 spans, none of which ended more than 90 days before `at`. */
export function bounded(history: History, at: Instant): History {
  const horizon = at - keptFor;
  const [oldest] = history;
  if (oldest === undefined || (oldest.to > horizon && history.length <= mostSpans)) return history;
  return history.filter(({ to }) => to > horizon).slice(-mostSpans);
}

/** A stretch of a period, known or not. */
export interface Stretch {
  readonly state: Span['state'] | 'unknown';
  readonly from: Instant;
  readonly to: Instant;
}

/** The period without gaps: what is not known is `unknown`. Empty when `to` is not after `from`. */
export function stretches(history: History, from: Instant, to: Instant): readonly Stretch[] {
  const found: Stretch[] = [];
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
  readonly share: number | null;
  /** How much of the period is known, ms. */
  readonly known: Milliseconds;
  readonly connected: Milliseconds;
  /** Times without a connection, in order, cut to the period. */
  readonly losses: readonly Stretch[];
}

/** Sums up a period. Uptime counts known time only. */
export function uptime(history: History, from: Instant, to: Instant): Uptime {
  const known = stretches(history, from, to).filter(({ state }) => state !== 'unknown');
  const lengthOf = (those: readonly Stretch[]) => those.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
  const losses = known.filter(({ state }) => state === 'disconnected');
  const knownTime = lengthOf(known);
  const connected = knownTime - lengthOf(losses);
  return { share: knownTime === 0 ? null : connected / knownTime, known: knownTime, connected, losses };
}
