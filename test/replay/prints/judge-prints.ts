import type { PrintAlertKind } from '../../../src/domain/print/print-alert.ts';
import type { Heard, PrintRun } from './live-prints.ts';
import type { PrintLife, TruePrint } from './print-life.ts';

/** Faults in the notifications of a scenario, one line each. */
export interface PrintVerdict {
  readonly wrong: readonly string[];
  /** How many ends of prints were reported, and the longest delay for a watched one, in seconds. */
  readonly ends: number;
  readonly slowest: number;
}

/** One poll of a print, and 15 s for the second check; near its expected end it is checked more often. */
const longestTelling = 60 * 1.05 + 15;

/** Between two polls of a connection, including the time until the response, in seconds. */
const nextPoll = 60 * 1.05 + 5;

/** An estimated time of an end may be off by 3 min. */
const roughly = 180;

/**
 * Compares the notifications with what happened: nothing false, nothing twice, and nothing missed that could be known.
 */
export function judgePrints(life: PrintLife, { heard, wrong }: PrintRun): PrintVerdict {
  const faults = [...wrong];
  const used = new Set<Heard>();
  let ends = 0;
  let slowest = 0;
  const absencesOf = (printer: string) => [
    ...life.absences,
    // The next poll of the connection detects its return.
    ...life.cuts.filter((one) => one.printer === printer).map(({ from, to }) => ({ from, to: to + nextPoll })),
  ];
  const isThere = (printer: string, from: number, to: number) =>
    absencesOf(printer).every((one) => one.to < from || one.from > to);
  const take = (
    print: TruePrint,
    kind: PrintAlertKind,
    from: number,
    to: number,
    isOfThis: (one: Heard) => boolean = () => true,
  ): Heard | undefined => {
    const those = heard.filter(
      (one) => one.printer === print.printer && one.kind === kind && one.at >= from && one.at < to && isOfThis(one),
    );
    for (const one of those) used.add(one);
    if (those.length > 1) faults.push(`${print.id}: ${kind} notified ${those.length} times`);
    return those[0];
  };
  const next = (print: TruePrint) =>
    life.prints.find((one) => one.printer === print.printer && one.from > print.from)?.from ?? Number.POSITIVE_INFINITY;

  for (const print of life.prints) {
    const habit = life.habits.get(print.printer);
    const { from, to, how, pause, warnedAt, silent } = print;
    if (how !== 'cancelled') {
      // A user who was away until the next print had started is notified about this one afterwards.
      const awayUntil = Math.max(
        0,
        ...absencesOf(print.printer).map((one) => (one.from <= to + 90 ? one.to + 120 : 0)),
      );
      const nextAt = next(print);
      const kind = how === 'finished' ? 'print-finished' : 'print-failed';
      const isOfThis = (one: Heard) => one.at < nextAt + 5 * 60 || one.since < nextAt;
      const notified = take(print, kind, to, Math.max(nextAt + 5 * 60, awayUntil), isOfThis);
      // It must have been seen while it was running, and its result before the printer stopped reporting it.
      const absences = absencesOf(print.printer);
      const wasSeen = seen(absences, from + 120, to - 120);
      const away = absences.find((one) => one.from <= to + 90 && one.to >= to - 180);
      const backAt = away === undefined ? to : Math.max(to, away.to);
      const isKnowable =
        wasSeen &&
        backAt + 300 < print.gone &&
        isThere(print.printer, backAt + 1, backAt + 120) &&
        !isSilentAt(silent, to);
      if (notified === undefined) {
        // Left-over figures of an idle printer reveal a print only if it has an id or was checked just before.
        if (isKnowable && !(habit === 'straight-to-idle' && away !== undefined))
          faults.push(`${print.id}: ${how} at ${to} missed`);
      } else {
        ends += 1;
        if (away === undefined) {
          slowest = Math.max(slowest, notified.at - to);
          if (notified.at - to > longestTelling)
            faults.push(`${print.id}: ${how} notified after ${notified.at - to} s`);
        }
        if (
          notified.since > to + longestTelling + (notified.about ? roughly : 0) ||
          (!notified.about && Math.abs(notified.since - to) > longestTelling)
        )
          faults.push(`${print.id}: ended at ${to}, notified as ${notified.since}`);
      }
    }
    if (pause !== null) {
      const notified = take(print, 'print-paused', pause.from, pause.to + 60);
      if (
        notified === undefined &&
        pause.to - pause.from > 180 &&
        isThere(print.printer, pause.from - 120, pause.from + 120)
      )
        faults.push(`${print.id}: pause at ${pause.from} missed`);
    }
    if (warnedAt !== null) {
      const notified = take(print, 'gadget-warning', warnedAt, to + 60);
      if (notified === undefined && isThere(print.printer, warnedAt - 120, warnedAt + 120))
        faults.push(`${print.id}: warning missed`);
    }
    if (silent !== null) {
      const notified = take(print, 'printer-not-answering', silent.from + 240, silent.to + 60);
      if (
        notified === undefined &&
        silent.to - silent.from > 9 * 60 &&
        isThere(print.printer, silent.from - 120, silent.from + 600)
      )
        faults.push(`${print.id}: silence at ${silent.from} missed`);
    }
  }
  for (const one of heard) if (!used.has(one)) faults.push(`false: ${JSON.stringify(one)}`);
  return { wrong: faults, ends, slowest };
}

/** Whether the app could see a print while it was running. */
function seen(absences: readonly { readonly from: number; readonly to: number }[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 60) {
    if (absences.every((one) => one.to < at - 60 || one.from > at + 120)) return true;
  }
  return false;
}

function isSilentAt(silent: TruePrint['silent'], at: number): boolean {
  return silent !== null && silent.from <= at && at <= silent.to + 120;
}
