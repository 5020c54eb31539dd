import type { Intervals } from '../intervals.ts';
import type { Outage } from '../link.ts';
import { HOUR, type Instant, MINUTE } from '../time.ts';
import type { KeptAlerts } from './alert-state.ts';

/** How many reported disconnections within `unstableTime` make a printer unstable. */
const disconnectionsUntilUnstable = 3;
/** Or this many drops, reported or not; or at least two drops and this share of the time without a connection. */
const dropsUntilUnstable = 6;
const downShare = (20 * MINUTE) / HOUR;

/**
 * Returns since when the printer has been unstable, UTC; null when it is not. Unstable means, within an hour: three
 * reported disconnections, including one that is due now; or six drops; or a third of the hour disconnected in at least
 * two drops.
 */
export function unstableSince(
  kept: Pick<KeptAlerts, 'outages' | 'disconnectedAt'>,
  isLossDue: boolean,
  at: Instant,
  intervals: Pick<Intervals, 'unstableTime'>,
): Instant | null {
  const from = at - intervals.unstableTime;
  const outages = kept.outages.filter(({ to }) => to === null || to > from);
  const [first] = outages;
  if (first === undefined) return null;
  const disconnections = kept.disconnectedAt.filter((moment) => moment > from).length + (isLossDue ? 1 : 0);
  const drops = outages.filter((outage) => outage.from > from).length;
  const down = outages.reduce((sum, outage) => sum + (outage.to ?? at) - Math.max(outage.from, from), 0);
  const often = disconnections >= disconnectionsUntilUnstable || drops >= dropsUntilUnstable;
  // A drop of unknown length that only a later connection time proves may belong to an outage from before the hour.
  const lasting = outages.filter((outage) => (outage.to ?? at) > Math.max(outage.from, from)).length;
  const long = (drops >= 2 || lasting >= 2) && down >= downShare * intervals.unstableTime;
  return often || long ? first.from : null;
}

/** Whether a printer that is not unstable can become so without another response. */
export function mayBecomeUnstable({
  outages,
  disconnectedAt,
}: Pick<KeptAlerts, 'outages' | 'disconnectedAt'>): boolean {
  return outages.length >= 2 || (outages.length > 0 && disconnectedAt.length >= disconnectionsUntilUnstable);
}

/**
 * Returns when an unstable printer will have been connected long enough to count as stable; null while disconnected.
 */
export function stableAt(
  outages: readonly Outage[],
  at: Instant,
  intervals: Pick<Intervals, 'unstableTime'>,
): Instant | null {
  const last = outages.at(-1);
  if (last === undefined) return at;
  return last.to === null ? null : last.to + intervals.unstableTime;
}
