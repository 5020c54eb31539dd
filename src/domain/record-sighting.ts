import { cutAt, fill, type History, keptFor, latest, type Span } from './spans.ts';
import { type Instant, MINUTE, type Milliseconds, SECOND } from './time.ts';

/** What one response reports about a printer's link; its times have been checked for plausibility, see link.ts. */
export interface Sighting {
  readonly connected: boolean;
  /** As reported by OctoEverywhere, UTC; null when missing or implausible. */
  readonly lastConnectedAt: Instant | null;
  readonly lastDisconnectedAt: Instant | null;
}

/** How far the time of a sighting can be trusted. */
export interface TimeSource {
  /** Whether it is based on OctoEverywhere's clock. */
  readonly isProven: boolean;
  /** The same moment by this computer's clock, UTC. */
  readonly byOwnClock: Instant;
}

/** A history while it is being recorded. */
export interface Watched {
  readonly history: History;
  /** Up to here later responses change nothing; null before the first response. */
  readonly provenTo: Instant | null;
  /** Sightings since then that had no times, in order; what lies between them is inferred. */
  readonly unproven: readonly Unproven[];
  /** From here on only an unproven clock tells when it was; null once it is proven. */
  readonly doubtfulFrom: Instant | null;
}

interface Unproven {
  readonly at: Instant;
  readonly connected: boolean;
  /** The maximum gap between sightings at that time; the setting may have changed since. */
  readonly mergeGap: Milliseconds;
}

/** With more sightings than this, the oldest inference is taken as proven. */
const mostUnproven = 300;

/** How far OctoEverywhere's clock may be ahead of ours before its times stop being plausible. */
const clockTolerance: Milliseconds = 10 * SECOND;

/** A beginning that is contradicted by more than this is not just a matter of clocks that differ. */
const oldestBeginning: Milliseconds = MINUTE;

/** Starts recording on top of a known history. */
export function watched(history: History): Watched {
  return { history, provenTo: null, unproven: [], doubtfulFrom: null };
}

/**
 * Returns the history after a response at `at`. OctoEverywhere's own times reveal what happened between responses: a
 * blip between two polls, an outage while the app was not running. They replace what was only inferred since the last
 * response with times and fill gaps, but never override a sighting. Without them a state is assumed to have lasted
 * between two responses that agree and are no further apart than `mergeGap`.
 *
 * History in the future of a proven time came from a clock that was ahead, and is dropped. If it is not in the future
 * of this computer's clock, OctoEverywhere's may be behind for a while: then it is kept, and nothing is recorded. If
 * the time is not proven, it may be wrong itself, and only what is just as doubtful is dropped.
 *
 * Nothing is dropped for its age, for which a single wrong time would be enough: see `bounded`.
 */
export function record(
  before: Watched,
  sighting: Sighting,
  at: Instant,
  mergeGap: Milliseconds,
  { isProven, byOwnClock }: TimeSource = { isProven: true, byOwnClock: at },
): Watched {
  const isFirst = before.history.length === 0;
  const end = before.history.at(-1)?.to ?? at;
  const isAhead = at < end - clockTolerance;
  if (isAhead && isProven) {
    const newest = Math.max(at, byOwnClock) + clockTolerance;
    const trusted = { ...cutWatched(before, Math.min(before.doubtfulFrom ?? newest, newest)), doubtfulFrom: null };
    if ((trusted.history.at(-1)?.to ?? at) > at + clockTolerance) return trusted;
  }
  const doubted = isProven ? at : (before.doubtfulFrom ?? end);
  if (isAhead && at < doubted - clockTolerance) return before;
  const known = isAhead ? cutWatched(before, Math.min(at, doubted)) : before;
  const recorded = known.history;
  const moment = Math.max(at, recorded.at(-1)?.to ?? at);
  const named = reportedSpans(sighting, moment);
  // Without any history all of it is doubtful; a doubtful clock that leaps is doubted from the leap on.
  const leapt = isAhead ? at : at - end > mergeGap ? end : doubted;
  const doubtedFrom = isFirst ? (before.doubtfulFrom ?? Number.NEGATIVE_INFINITY) : leapt;
  const doubtfulFrom = isProven ? null : doubtedFrom;
  // Sightings in the future came from a clock that was ahead.
  const seen = known.unproven.filter((one) => one.at <= moment);
  if (named === null) {
    const unproven = [...seen, { at: moment, connected: sighting.connected, mergeGap }];
    const dropped = unproven.slice(0, -mostUnproven).at(-1);
    return {
      history: latest(inferred(recorded, sighting.connected, moment, mergeGap)),
      provenTo: dropped?.at ?? known.provenTo,
      unproven: unproven.slice(-mostUnproven),
      doubtfulFrom,
    };
  }
  return {
    history: latest(proven(recorded, { ...known, unproven: seen }, sighting, named, moment, mergeGap)),
    provenTo: moment,
    unproven: [],
    doubtfulFrom,
  };
}

/** Returns what is known until `to`; later times came from a clock that was ahead. */
function cutWatched(watched: Watched, to: Instant): Watched {
  const { provenTo, unproven } = watched;
  return {
    ...watched,
    history: cutAt(watched.history, to),
    provenTo: provenTo === null ? null : Math.min(provenTo, to),
    unproven: unproven.filter(({ at }) => at <= to),
  };
}

/** Adds a sighting without times. */
function inferred(recorded: History, connected: boolean, at: Instant, mergeGap: Milliseconds): History {
  const state = connected ? 'connected' : 'disconnected';
  const last = recorded.at(-1);
  const isMoment = last !== undefined && last.from === last.to && last.state !== state;
  const lasting: Span = { state, from: lastsFrom(last, state, at, mergeGap), to: at };
  return [lasting, { ...lasting, from: at }].reduce<History>(fill, isMoment ? recorded.slice(0, -1) : recorded);
}

/** Replaces what was inferred since the last response with times by what this one's times prove. */
function proven(
  recorded: History,
  { provenTo, unproven }: Watched,
  { connected }: Sighting,
  named: History,
  at: Instant,
  mergeGap: Milliseconds,
): History {
  const [first] = unproven;
  const known = first === undefined ? recorded : cutAt(recorded, provenTo ?? first.at);
  const last = known.at(-1);
  const reported = named.map((span, index) => (index < named.length - 1 ? notAgainst(span, known, unproven) : span));
  const [earliest] = reported;
  const added: Span[] = [];
  // The last state seen lasted until the change that OctoEverywhere reports.
  if (last !== undefined && earliest !== undefined && earliest.from > last.to && earliest.from - last.to <= mergeGap) {
    if (earliest.state !== last.state && first === undefined)
      added.push({ state: last.state, from: last.to, to: earliest.from });
  }
  const state: Span['state'] = connected ? 'connected' : 'disconnected';
  let history = [...added, ...reported].reduce<History>(fill, known);
  // The first sighting without times continues the proven state, as it was inferred before.
  const goesOn = first !== undefined && last !== undefined && (last.state === 'connected') === first.connected;
  if (goesOn && first.at > last.to && first.at - last.to <= first.mergeGap) {
    history = fill(history, { state: last.state, from: last.to, to: first.at });
  }
  for (const [index, seen] of unproven.entries()) history = between(history, unproven[index - 1], seen);
  // The history always ends with the current sighting, if only as a single instant.
  return fill(history, { state, from: at, to: at });
}

/**
 * Cuts the span of the former state to where no sighting contradicts it. If its beginning was contradicted and the
 * state was never seen after that, the beginning is an older one, and does not tell how long the state lasted.
 */
function notAgainst(span: Span, known: History, unproven: Watched['unproven']): Span {
  const isConnected = span.state === 'connected';
  const last = known.at(-1);
  const against = known.findLast(({ state, from, to }) => state !== span.state && from < span.to && to > span.from);
  const isSeen = () => known.some(({ state, to }) => state === span.state && to > (against?.to ?? 0));
  const isOlder = against !== undefined && against.to > span.from + oldestBeginning && against.to <= span.to;
  if (isOlder && unproven.length === 0 && !isSeen()) return { ...span, from: span.to };
  const opposite = unproven.findLast((seen) => seen.connected !== isConnected && seen.at < span.to)?.at;
  const isOpposite = last !== undefined && last.state !== span.state && last.to > span.from;
  const seen = unproven.find(({ connected }) => connected === isConnected)?.at;
  const bounds = [against?.to, opposite, isOpposite ? seen : undefined].filter((at) => at !== undefined);
  const from = Math.max(span.from, ...bounds);
  return { ...span, from: Math.min(from, span.to) };
}

/** Infers what lies between a sighting and the previous one again, where nothing is known. */
function between(history: History, previous: Unproven | undefined, { connected, at, mergeGap }: Unproven): History {
  if (previous === undefined || previous.connected !== connected || at - previous.at > mergeGap) return history;
  return fill(history, { state: connected ? 'connected' : 'disconnected', from: previous.at, to: at });
}

/** Returns the spans that a response's times prove, in order; null when the times are missing or implausible. */
function reportedSpans({ connected, lastConnectedAt, lastDisconnectedAt }: Sighting, at: Instant): History | null {
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

function lastsFrom(last: Span | undefined, state: Span['state'], at: Instant, mergeGap: Milliseconds): Instant {
  return last !== undefined && last.state === state && at - last.to <= mergeGap ? last.to : at;
}
