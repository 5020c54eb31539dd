import type { PrintLife, TruePrint } from './print-life.ts';
import type { SeenPrintNotification } from './print-screen.ts';

/** Between two polls of a print, and of a connection after a cut, including the time until the response; seconds. */
const longestLook = 60 * 1.05 + 15;

/** Between two polls of a printer without a print, which confirm that a warning is over; seconds. */
const longestIdleLook = 300 * 1.05 + 15;

/**
 * Compares the notifications about problems of prints with what happened: each is on the screen as long as its problem
 * lasts, and goes once the app could know that it is over. Returns the faults, one line each, and how many were closed.
 */
export function judgePrintScreen(
  life: PrintLife,
  seen: readonly SeenPrintNotification[],
): { readonly wrong: readonly string[]; readonly closed: number } {
  const wrong: string[] = [];
  let closed = 0;
  for (const one of seen) {
    const truth = truthOf(life, one);
    if (truth === null) continue;
    const extra = watchedBetween(life, one.printer, truth, one.to);
    if (!one.endedWithApp) closed += 1;
    if (one.to < truth && !one.endedWithApp) wrong.push(`closed although it lasts: ${JSON.stringify(one)}`);
    const most = one.kind === 'gadget-warning' ? longestLook + longestIdleLook : longestLook;
    if (extra > most) wrong.push(`untrue for ${extra} s: ${JSON.stringify(one)}`);
  }
  return { wrong, closed };
}

/** When the problem of a notification was over, in seconds from the start; null if it reports no problem that ends. */
function truthOf(life: PrintLife, { kind, printer, from }: SeenPrintNotification): number | null {
  const print = life.prints.findLast((one) => one.printer === printer && one.from <= from);
  if (print === undefined) return null;
  return endOf(kind, print);
}

function endOf(kind: SeenPrintNotification['kind'], { pause, silent, to }: TruePrint): number | null {
  switch (kind) {
    case 'print-paused':
    case 'gadget-paused':
      return pause?.to ?? null;
    case 'printer-not-answering':
      return silent?.to ?? null;
    case 'gadget-warning':
      return to;
    default:
      return null;
  }
}

/** For how long of a time a printer was watched, in seconds. */
function watchedBetween(life: PrintLife, printer: string, from: number, to: number): number {
  const silences = life.prints.flatMap((one) => (one.printer === printer && one.silent !== null ? [one.silent] : []));
  const away = [...life.absences, ...life.cuts.filter((one) => one.printer === printer), ...silences];
  let watched = 0;
  for (let at = from; at < to; at += 1) {
    // Its return is noticed with the next poll. A silent printer says nothing about an earlier print either.
    const isAway = away.some((one) => one.from <= at && at <= one.to + longestLook);
    if (!isAway) watched += 1;
  }
  return watched;
}
