import { type Context, day, hour, newNotifications } from '../context.ts';

/** The maximum numbers of new notifications. */
const most = { printerHour: 4, printerDay: 12, appHour: 10 } as const;

/**
 * Checks that notifications are limited, however much goes wrong, and that existing ones are not updated constantly.
 */
export function judgeDamping({ truth, heard, verdict }: Context): void {
  const fresh = newNotifications(heard);
  const listings = [...truth.printers.values()].flatMap(({ name, listed }) =>
    [...listed.runs(truth.end)].flatMap(({ from, to, value }) => (value ? [{ name, from, to }] : [])),
  );
  for (const { name, from, to } of listings) {
    const own = fresh.flatMap(({ printers, at }) => (printers.includes(name) && at > from && at <= to ? [at] : []));
    const anHour = busiest(own, hour);
    const aDay = busiest(own, day);
    verdict.most.printerHour = Math.max(verdict.most.printerHour, anHour.count);
    verdict.most.printerDay = Math.max(verdict.most.printerDay, aDay.count);
    if (anHour.count > most.printerHour) {
      verdict.fault('damping', `${name}: ${anHour.count} notifications in the hour from ${anHour.from}`);
    }
    if (aDay.count > most.printerDay) {
      verdict.fault('damping', `${name}: ${aDay.count} notifications in the day from ${aDay.from}`);
    }
  }
  const all = busiest(
    fresh.map(({ at }) => at),
    hour,
  );
  verdict.most.appHour = Math.max(verdict.most.appHour, all.count);
  if (all.count > most.appHour) verdict.fault('damping', `${all.count} notifications in the hour from ${all.from}`);
  judgeUpdates({ heard, verdict });
}

/** Problems, which a silent update of an old notification would hide. */
const trouble: ReadonlySet<string> = new Set([
  'disconnected',
  'unstable',
  'reconnect-needed',
  'perks-needed',
  'update-needed',
]);

/** Checks that updates are at least 30 s apart, and that another kind of problem an hour later is not an update. */
function judgeUpdates({ heard, verdict }: Pick<Context, 'heard' | 'verdict'>): void {
  const latest = new Map<number, number>();
  const kinds = new Map<number, Set<string>>();
  for (const { at, notification, alert } of heard.alerts) {
    const before = latest.get(notification);
    if (before !== undefined && at !== before && at - before < 29) {
      verdict.fault('update in place', `${alert} at ${at}: ${at - before} s after the last change of it`);
    }
    const known = kinds.get(notification) ?? new Set();
    if (before !== undefined && trouble.has(alert) && !known.has(alert) && at - before > hour) {
      verdict.fault('update in place', `${alert} at ${at}: hidden in a notification of ${before}`);
    }
    kinds.set(notification, known.add(alert));
    latest.set(notification, at);
  }
}

/** Returns where most of the times are within `span` seconds; times are in order. */
export function busiest(moments: readonly number[], span: number): { readonly count: number; readonly from: number } {
  let best = { count: 0, from: 0 };
  let last = 0;
  for (const [first, from] of moments.entries()) {
    while (last < moments.length && (moments[last] ?? 0) < from + span) last += 1;
    if (last - first > best.count) best = { count: last - first, from };
  }
  return best;
}
