import type { Settings } from './settings.ts';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from './time.ts';

/** Every interval the schedule, the status and the alerts go by, in milliseconds. */
export interface Intervals {
  /** Between two checks of one App Connection. */
  readonly poll: Milliseconds;
  /** How long a printer has to be gone before that is reported. */
  readonly grace: Milliseconds;
  /** A recovery has to hold this long before it is shown. */
  readonly recoveryHold: Milliseconds;
  /** Within this time losses add up to an unstable connection; holding for as long ends that. */
  readonly unstableTime: Milliseconds;
  /** An unstable printer that is gone for this much longer than the grace is reported as disconnected. */
  readonly goneWhileUnstable: Milliseconds;
  /** Losses (or recoveries) that happened this close to each other have one cause. */
  readonly together: Milliseconds;
  /** How long a notification waits for the other printers of its event at most; with many printers longer. */
  readonly gather: Milliseconds;
  readonly gatherMany: Milliseconds;
  /** Printers of the same event found within this time (or two polls) change the notification that is there. */
  readonly eventWindow: Milliseconds;
  /** A notification changes in place at most this often. */
  readonly updateGap: Milliseconds;
  /** What is shown was confirmed by an answer no longer ago than this. */
  readonly freshness: Milliseconds;
  /** How long an answer is waited for that confirms what is about to be shown. */
  readonly confirm: Milliseconds;
  /** Times within which notifications are counted. */
  readonly hourBudgetTime: Milliseconds;
  readonly dayBudgetTime: Milliseconds;
  /** After the user was notified that something keeps changing: how long until the next notification, and late in a day. */
  readonly repeatedGap: Milliseconds;
  readonly repeatedGapOfDay: Milliseconds;
  /** A second look, out of turn, is taken no sooner than this after the first. */
  readonly secondLook: Milliseconds;
  /** 603, 604, 606 are believed when a second refusal comes at least this long after the first. */
  readonly confirmRefusal: Milliseconds;
  /** When all connections die at once, that has to hold this long before it is reported: it has healed on its own before. */
  readonly allRefused: Milliseconds;
  /** The same where there is one connection only. */
  readonly oneRefused: Milliseconds;
  /** A confirmed dead connection is asked about this often: it may heal. */
  readonly deadRecheck: Milliseconds;
  /** 605 is asked about this often. */
  readonly perksRecheck: Milliseconds;
  /** The longest pause after failures. */
  readonly backOffLimit: Milliseconds;
  /** How long the last known state is still shown when no usable answer comes, and until the user is notified of that. */
  readonly longSilence: Milliseconds;
  /** Answers that say the same and are no further apart belong together. */
  readonly mergeGap: Milliseconds;
  /** By hand one printer is asked about at most this often. */
  readonly refreshGap: Milliseconds;
  /** The shorter snooze of all notifications. */
  readonly snooze: Milliseconds;
  /** After wake or network return: time for the network to settle. */
  readonly settle: Milliseconds;
  /** One printer is asked about this often although this computer is said to be offline. */
  readonly offlineTrial: Milliseconds;
  /** The second of "not more than five requests in a second". */
  readonly requestSecond: Milliseconds;
  /** How long a keychain may keep the app from its tokens until the user is notified of that. */
  readonly keychainPatience: Milliseconds;
  /** Between two requests about a print that runs; while the window shows it; and from so long before its end on. */
  readonly printing: Milliseconds;
  readonly printingInView: Milliseconds;
  readonly printEnding: Milliseconds;
  readonly printEndsSoon: Milliseconds;
  /** Between two requests about the print of a printer that prints nothing. */
  readonly noPrint: Milliseconds;
}

/** API §5. The back-off limit plus its jitter stays within the "5–10 min" named there. */
const standard = {
  recoveryHold: 30 * SECOND,
  unstableTime: HOUR,
  goneWhileUnstable: 10 * MINUTE,
  together: 30 * SECOND,
  gather: MINUTE,
  gatherMany: 150 * SECOND,
  eventWindow: 10 * MINUTE,
  updateGap: 30 * SECOND,
  confirm: 20 * SECOND,
  hourBudgetTime: HOUR,
  dayBudgetTime: DAY,
  repeatedGap: 30 * MINUTE,
  repeatedGapOfDay: 4 * HOUR,
  secondLook: 10 * SECOND,
  confirmRefusal: MINUTE,
  allRefused: 10 * MINUTE,
  oneRefused: 3 * MINUTE,
  deadRecheck: HOUR,
  perksRecheck: 10 * MINUTE,
  backOffLimit: 8 * MINUTE,
  longSilence: 15 * MINUTE,
  refreshGap: 5 * SECOND,
  snooze: HOUR,
  settle: 2 * SECOND,
  offlineTrial: MINUTE,
  requestSecond: SECOND,
  keychainPatience: 2 * MINUTE,
  printing: MINUTE,
  printingInView: 15 * SECOND,
  printEnding: 20 * SECOND,
  printEndsSoon: 2 * MINUTE,
  noPrint: 5 * MINUTE,
} as const;

const freshness = 15 * SECOND;

/** However fast the tempo, an answer takes its time. */
const shortestFreshness = 3 * SECOND;

/** One poll may be late, another fail. */
const pollsMerged = 3;

const standardPollSeconds = 60;

/** A faster (or slower) clock for tests and the demo, only ever taken with a loopback origin. */
export interface TimeScale {
  /** 1–3600; all other intervals scale with it (1 = sixty times faster). */
  readonly pollSeconds: number;
  /** Sets the grace separately, in seconds; null scales the grace like everything else. */
  readonly graceSeconds: number | null;
}

/** The same, recomputed only when the settings are others. */
export function intervalsOf(
  timeScale: TimeScale | null,
): (settings: Pick<Settings, 'pollSeconds' | 'graceSeconds'>) => Intervals {
  let known: { readonly settings: object; readonly rules: Intervals } | null = null;
  return (settings) => {
    if (known?.settings !== settings) known = { settings, rules: intervalsFor(settings, timeScale) };
    return known.rules;
  };
}

/** The intervals that follow from the user's settings, or from a tempo that overrides them. */
export function intervalsFor(
  settings: Pick<Settings, 'pollSeconds' | 'graceSeconds'>,
  timeScale: TimeScale | null,
): Intervals {
  const scale = timeScale === null ? 1 : timeScale.pollSeconds / standardPollSeconds;
  const graceSeconds = timeScale?.graceSeconds ?? settings.graceSeconds * scale;
  const poll = (timeScale?.pollSeconds ?? settings.pollSeconds) * SECOND;
  const scaled = Object.fromEntries(Object.entries(standard).map(([name, length]) => [name, length * scale])) as Record<
    keyof typeof standard,
    Milliseconds
  >;
  return {
    ...scaled,
    poll,
    grace: graceSeconds * SECOND,
    freshness: Math.max(freshness * scale, Math.min(freshness, shortestFreshness)),
    mergeGap: pollsMerged * poll,
  };
}
