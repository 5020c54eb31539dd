import { linkNotAhead } from '../link.ts';
import { type Instant, isAhead, notAhead } from '../time.ts';
import { type AlertState, type KeptAlerts, nothingKept, type OpenAlert, type PrinterAlerts } from './alert-state.ts';

/*
 * While the service's time was wrong, everything was recorded with it, for this run and the next ones. Times that are
 * ahead once it is right again would hold back notifications until then: a day, or a year.
 */

/** Returns a printer's alert state as it was before a response at `at` (server time, UTC), without times ahead of it. */
export function printerNotAhead(printer: PrinterAlerts, at: Instant): PrinterAlerts {
  const { kept, run, link, looks, answeredAt, attemptedAt } = printer;
  const moments = [run?.lastAt, run?.firstAt, link?.since, link?.seenAt, looks?.lastAt, answeredAt, attemptedAt];
  const known = keptNotAhead(kept, at);
  if (known === kept && !moments.some((moment) => isAhead(moment ?? null, at))) return printer;
  const past = <Moment extends Instant | null>(moment: Moment) => notAhead(moment, at);
  return {
    kept: known,
    run: run && { ...run, firstAt: past(run.firstAt), lastAt: past(run.lastAt), afterAt: past(run.afterAt) },
    link: link && linkNotAhead(link, at),
    looks: looks && { firstAt: past(looks.firstAt), lastAt: past(looks.lastAt) },
    answeredAt: past(answeredAt),
    attemptedAt: past(attemptedAt),
  };
}

/** Returns what concerns all printers as it was before a response at `at` (server time, UTC). */
export function alertsNotAhead(state: AlertState, at: Instant): AlertState {
  const { notifiedAt, events, groups, service, refusals, summarisedAt } = state;
  const moments = [
    ...notifiedAt,
    ...events.map(({ id }) => id),
    ...groups.map(({ startedAt }) => startedAt),
    service.usableAt,
    service.failing?.lastAt,
    refusals?.firstAt,
    refusals?.lastAcceptedAt,
    summarisedAt,
  ];
  if (!moments.some((moment) => isAhead(moment ?? null, at))) return state;
  const past = <Moment extends Instant | null>(moment: Moment) => notAhead(moment, at);
  const { failing } = service;
  return {
    ...state,
    notifiedAt: notifiedAt.filter((moment) => !isAhead(moment, at)),
    events: events.filter(({ id }) => !isAhead(id, at)),
    groups: groups.filter(({ startedAt }) => !isAhead(startedAt, at)),
    service: {
      ...service,
      usableAt: past(service.usableAt),
      failing: failing && { since: past(failing.since), lastAt: past(failing.lastAt) },
    },
    refusals: refusals && {
      firstAt: past(refusals.firstAt),
      confirmAt: past(refusals.confirmAt),
      acceptedAt: past(refusals.acceptedAt),
      lastAcceptedAt: past(refusals.lastAcceptedAt),
      rejectedSince: past(refusals.rejectedSince),
    },
    summarisedAt: past(summarisedAt),
  };
}

function keptNotAhead(kept: KeptAlerts, at: Instant): KeptAlerts {
  if (kept === nothingKept) return kept;
  const { open, unstable, outages, disconnectedAt, notified, repeated } = kept;
  const moments = [
    ...Object.values(open).map((alert) => alert.at),
    unstable?.at,
    ...outages.map(({ from, to }) => to ?? from),
    ...disconnectedAt,
    ...notified.map((one) => one.at),
    repeated?.at,
  ];
  if (!moments.some((moment) => isAhead(moment ?? null, at))) return kept;
  const past = <Alert extends OpenAlert>(alert: Alert): Alert => ({ ...alert, at: notAhead(alert.at, at) });
  return {
    open: Object.fromEntries(Object.entries(open).map(([condition, alert]) => [condition, past(alert)])),
    unstable: unstable && past(unstable),
    // The one that lasts is not over: only its beginning is unknown.
    outages: outages
      .filter(({ to }) => to === null || !isAhead(to, at))
      .map((outage) => ({ ...outage, from: notAhead(outage.from, at) })),
    disconnectedAt: disconnectedAt.filter((moment) => !isAhead(moment, at)),
    notified: notified.filter((one) => !isAhead(one.at, at)),
    repeated: repeated && !isAhead(repeated.at, at) ? repeated : null,
  };
}
