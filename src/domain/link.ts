import { type Instant, type Milliseconds, SECOND } from './time.ts';

/** What one answer says about the link between a printer's plugin and OctoEverywhere. Times are server time, UTC. */
export interface LinkReport {
  readonly connected: boolean;
  /** As OctoEverywhere names them; null when it does not, as with a 601. */
  readonly lastConnectedAt: Instant | null;
  readonly lastDisconnectedAt: Instant | null;
}

/** The present spell of a printer's link: connected or not since then. Server time, UTC. */
export interface Link {
  readonly state: 'up' | 'down';
  /** OctoEverywhere's own time where it fits what was seen, else the first sighting. */
  readonly since: Instant;
  /** Whether `since` is OctoEverywhere's. */
  readonly exact: boolean;
  /** The spell cannot have begun before this sighting of something else; null when there was none. */
  readonly notBefore: Instant | null;
  /** The last answer that said so. */
  readonly seenAt: Instant;
  /** The last connection that OctoEverywhere named; a later one proves a loss, seen or not. */
  readonly lastConnectedAt: Instant | null;
}

/** A time without a connection. `to` is null while it lasts. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant | null;
}

type EndedOutage = Outage & { readonly to: Instant };

/** How far OctoEverywhere's times may contradict a sighting: answers take their time, and clocks are read in seconds. */
const tolerance: Milliseconds = 5 * SECOND;

/**
 * The link after an answer that came at `at`. OctoEverywhere's times count where they fit: not in the future, not against
 * each other, and not before the last sighting of the opposite, however many answers came since. A later exact time
 * corrects a `since` that was only inferred. A state that nobody has seen for longer than `mergeGap` starts over unless
 * such a time tells how long it has lasted.
 */
export function nextLink(before: Link | null, report: LinkReport, at: Instant, mergeGap: Milliseconds): Link {
  const state = report.connected ? 'up' : 'down';
  const same = before !== null && before.state === state;
  const notBefore = before === null ? null : same ? before.notBefore : before.seenAt;
  const lastConnectedAt = report.lastConnectedAt ?? before?.lastConnectedAt ?? null;
  const began = plausibleBeginning(report, notBefore, at);
  const seen = { state, seenAt: at, lastConnectedAt } as const;
  if (!same) return { ...seen, since: began ?? at, exact: began !== null, notBefore };
  if (began === null) {
    const watched = at - before.seenAt <= mergeGap;
    return watched ? { ...before, ...seen } : { ...seen, since: at, exact: false, notBefore };
  }
  // It left and came back (or the other way round) since it was seen last.
  if (began > before.seenAt) return { ...seen, since: began, exact: true, notBefore: before.seenAt };
  if (before.exact && began <= before.since) return { ...before, ...seen };
  return { ...seen, since: began, exact: true, notBefore };
}

/** When the present spell began by OctoEverywhere's times, UTC; null when they do not say, or cannot be true. */
function plausibleBeginning(report: LinkReport, notBefore: Instant | null, at: Instant): Instant | null {
  const { connected, lastConnectedAt, lastDisconnectedAt } = report;
  const [began, ended] = connected ? [lastConnectedAt, lastDisconnectedAt] : [lastDisconnectedAt, lastConnectedAt];
  if (began === null || began > at + tolerance || (ended !== null && ended > began)) return null;
  if (notBefore !== null && began < notBefore - tolerance) return null;
  return Math.min(Math.max(began, notBefore ?? began), at);
}

/**
 * The outages of a printer, in order, after an answer that made `after` of the link `before`: one may have begun or ended,
 * and one that nobody saw is proven by a connection that was made since. Only the last one can last on.
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
    // It had come back unseen, and was lost again.
    const again = after.exact && before !== null && lostAt !== null && lostAt > before.seenAt && lostAt < after.since;
    if (again) return [...closed, { from: open.from, to: before.seenAt }, { from: lostAt, to: after.since }];
    return [...closed, { from: open.from, to: Math.max(open.from, after.since) }];
  }
  if (before === null || reconnectedAt === null) return outages;
  const from = lostAt !== null && lostAt <= reconnectedAt ? lostAt : reconnectedAt;
  const named: EndedOutage = { from, to: reconnectedAt };
  // A later exact time of an outage that was seen already: it is the same one.
  const isKnown = (seen: Outage) =>
    seen.from <= named.to + tolerance && (seen.to ?? seen.from) >= named.from - tolerance;
  if (closed.some(isKnown)) return closed.map((outage) => (isKnown(outage) ? exactOf(outage, named) : outage));
  return [...closed, lostAt !== null && lostAt >= before.since ? named : moment(reconnectedAt)];
}

/** When OctoEverywhere says that the printer connected since it was seen last, or since it named the last connection. */
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
