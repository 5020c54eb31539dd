import { type Correction, corrected } from './correction.ts';
import { type Instant, isAhead, type Milliseconds, SECOND } from './time.ts';

/**
 * What one response reports about the link between a printer's plugin and OctoEverywhere. Times are server time, UTC.
 */
export interface LinkReport {
  readonly connected: boolean;
  /** As reported by OctoEverywhere; null when it reports none, as with a 601. */
  readonly lastConnectedAt: Instant | null;
  readonly lastDisconnectedAt: Instant | null;
}

/** The current state of a printer's link and since when it has lasted. Times are server time, UTC. */
export interface Link {
  readonly state: 'up' | 'down';
  /** OctoEverywhere's own time if it is consistent with what was seen, else the first sighting. */
  readonly since: Instant;
  /** Whether `since` is OctoEverywhere's own time. */
  readonly exact: boolean;
  /** The last sighting of the opposite state, before which this one cannot have begun; null when there was none. */
  readonly notBefore: Instant | null;
  /** The last response that showed this state. */
  readonly seenAt: Instant;
  /** The last connection time that OctoEverywhere reported; a later one proves an outage, seen or not. */
  readonly lastConnectedAt: Instant | null;
}

/** A time without a connection. `to` is null while it lasts. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant | null;
}

type EndedOutage = Outage & { readonly to: Instant };

/** How far OctoEverywhere's times may contradict a sighting: responses take time, and clocks are read in seconds. */
const tolerance: Milliseconds = 5 * SECOND;

/**
 * Returns the link after a response at `at`. OctoEverywhere's times count if they are plausible: not in the future, not
 * contradicting each other, and not before the last sighting of the opposite state, however many responses came since.
 * An exact time that arrives later corrects an inferred `since`. A state not seen for longer than `mergeGap` starts
 * over, unless such a time shows how long it has lasted. `seenAt` is when the response was created, before it arrived.
 */
export function nextLink(
  before: Link | null,
  report: LinkReport,
  at: Instant,
  mergeGap: Milliseconds,
  seenAt: Instant = at,
): Link {
  const state = report.connected ? 'up' : 'down';
  const same = before !== null && before.state === state;
  const notBefore = before === null ? null : same ? before.notBefore : before.seenAt;
  const lastConnectedAt = report.lastConnectedAt ?? before?.lastConnectedAt ?? null;
  const began = plausibleBeginning(report, notBefore, at);
  const seen = { state, seenAt, lastConnectedAt } as const;
  if (!same) return { ...seen, since: began ?? at, exact: began !== null, notBefore };
  if (began === null) {
    const watched = at - before.seenAt <= mergeGap && (before.exact || !isAhead(before.since, at));
    return watched ? { ...before, ...seen } : { ...seen, since: at, exact: false, notBefore };
  }
  // The state changed twice since it was last seen.
  if (began > before.seenAt) return { ...seen, since: began, exact: true, notBefore: before.seenAt };
  if (before.exact && began <= before.since) return { ...before, ...seen };
  return { ...seen, since: began, exact: true, notBefore };
}

/** Returns the link after a correction of server time; OctoEverywhere's own times need none. */
export function linkCorrected(link: Link, correction: Correction): Link {
  return {
    ...link,
    since: link.exact ? link.since : corrected(link.since, correction),
    notBefore: corrected(link.notBefore, correction),
    seenAt: corrected(link.seenAt, correction),
  };
}

/** Returns when the current state began by OctoEverywhere's times, UTC; null when they are missing or implausible. */
function plausibleBeginning(report: LinkReport, notBefore: Instant | null, at: Instant): Instant | null {
  const { connected, lastConnectedAt, lastDisconnectedAt } = report;
  const [began, ended] = connected ? [lastConnectedAt, lastDisconnectedAt] : [lastDisconnectedAt, lastConnectedAt];
  if (began === null || began > at + tolerance || (ended !== null && ended > began)) return null;
  if (notBefore !== null && began < notBefore - tolerance) return null;
  return Math.min(Math.max(began, notBefore ?? began), at);
}

/**
 * Returns a printer's outages, in order, after a response that changed the link from `before` to `after`: one may have
 * begun or ended, and a new connection time proves one that was not seen. Only the last one can be ongoing.
 */
export function outagesAfter(
  outages: readonly Outage[],
  before: Link | null,
  after: Link,
  report: LinkReport,
): readonly Outage[] {
  const last = outages.at(-1);
  const open = last?.to === null ? last : null;
  const closed = open === null ? outages : outages.slice(0, -1);
  const reconnectedAt = connectionSince(before, after, report);
  const lostAt = report.lastDisconnectedAt;
  if (after.state === 'down') {
    const begun: Outage = { from: after.since, to: null };
    if (open === null) return [...closed, ...(reconnectedAt === null ? [] : [moment(reconnectedAt)]), begun];
    const cameBackAt = reconnectedAt ?? (before === null ? report.lastConnectedAt : null);
    if (cameBackAt === null || cameBackAt <= open.from || cameBackAt > after.since) return outages;
    return [...closed, { from: open.from, to: cameBackAt }, begun];
  }
  if (open !== null) {
    // It had come back unseen and disconnected again.
    const again = after.exact && before !== null && lostAt !== null && lostAt > before.seenAt && lostAt < after.since;
    if (again) return [...closed, { from: open.from, to: before.seenAt }, { from: lostAt, to: after.since }];
    return [...closed, { from: open.from, to: Math.max(open.from, after.since) }];
  }
  if (before === null || reconnectedAt === null) return outages;
  const from = lostAt !== null && lostAt <= reconnectedAt ? lostAt : reconnectedAt;
  const named: EndedOutage = { from, to: reconnectedAt };
  // Exact times for an outage that was already seen: it is the same one.
  const isKnown = (seen: Outage) =>
    seen.from <= named.to + tolerance && (seen.to ?? seen.from) >= named.from - tolerance;
  if (closed.some(isKnown)) return closed.map((outage) => (isKnown(outage) ? exactOf(outage, named) : outage));
  return [...closed, lostAt !== null && lostAt >= before.since ? named : moment(reconnectedAt)];
}

/**
 * Returns when the printer connected, by OctoEverywhere's times, since it was last seen or since the last reported
 * connection; null when it did not.
 */
function connectionSince(before: Link | null, after: Link, report: LinkReport): Instant | null {
  const connectedAt = report.lastConnectedAt;
  if (before === null || connectedAt === null || connectedAt > after.seenAt) return null;
  const known = before.lastConnectedAt;
  return connectedAt > before.seenAt || (known !== null && connectedAt > known + SECOND) ? connectedAt : null;
}

function exactOf(seen: Outage, named: EndedOutage): Outage {
  return named.from === named.to ? { ...seen, to: named.to >= seen.from ? named.to : seen.to } : named;
}

function moment(at: Instant): Outage {
  return { from: at, to: at };
}
