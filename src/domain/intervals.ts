import type { Settings } from './settings.ts';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from './time.ts';

/** Every interval of the schedule, the status and the alerts, in ms. */
export interface Intervals {
  /** Between two checks of one App Connection. */
  readonly poll: Milliseconds;
  /** How long a printer has to be disconnected before that is reported. */
  readonly grace: Milliseconds;
  /** How long a recovery has to last before it is shown. */
  readonly recoveryHold: Milliseconds;
  /** Disconnections within this time add up to an unstable connection; as long without any ends it. */
  readonly unstableTime: Milliseconds;
  /** How much longer than `grace` an unstable printer has to be gone before it is reported as disconnected. */
  readonly goneWhileUnstable: Milliseconds;
  /** Disconnections (or recoveries) this close together have the same cause. */
  readonly together: Milliseconds;
  /** How long a notification waits at most for the other printers of its event; longer with many printers. */
  readonly groupWait: Milliseconds;
  readonly largeGroupWait: Milliseconds;
  /** Printers of the same event found within this time (or two polls) are added to its notification. */
  readonly eventWindow: Milliseconds;
  /** Minimum time between two updates of a notification in place. */
  readonly updateGap: Milliseconds;
  /** Maximum age of the response that confirms what is shown. */
  readonly freshness: Milliseconds;
  /** How long to wait for a response that confirms what is about to be shown; shorter than `freshness`. */
  readonly confirm: Milliseconds;
  /** Windows for counting notifications; a little longer than their names, as server time may shift by seconds. */
  readonly hourBudgetTime: Milliseconds;
  readonly dayBudgetTime: Milliseconds;
  /** Minimum time between updates of a notification about repeated changes; and after many notifications in a day. */
  readonly repeatedGap: Milliseconds;
  readonly repeatedGapOfDay: Milliseconds;
  /** Minimum time before a second check, out of turn, can confirm the first. */
  readonly confirmAfter: Milliseconds;
  /** 603, 604, 606 are believed when another rejection comes at least this long after the first. */
  readonly confirmRefusal: Milliseconds;
  /** How long the rejection of all connections has to last before it is reported; it has healed on its own before. */
  readonly allRefused: Milliseconds;
  /** Likewise when there is only one connection. */
  readonly oneRefused: Milliseconds;
  /** Between two checks of a confirmed dead connection, which may heal. */
  readonly deadRecheck: Milliseconds;
  /** Between two checks after a 605. */
  readonly perksRecheck: Milliseconds;
  /** The longest pause after failures. */
  readonly backOffLimit: Milliseconds;
  /** How long the last known state is shown without a usable response, and until the user is notified about that. */
  readonly longSilence: Milliseconds;
  /** Responses with the same content belong together if they are no further apart than this. */
  readonly mergeGap: Milliseconds;
  /** Minimum time between two manual checks of a printer. */
  readonly refreshGap: Milliseconds;
  /** Length of the shorter snooze. */
  readonly snooze: Milliseconds;
  /** How long to let the network settle after wake-up or its return. */
  readonly settleTime: Milliseconds;
  /** Between two trial checks of one printer while the system reports no network. */
  readonly offlineTrial: Milliseconds;
  /** The second in "no more than five requests per second" and "no more than ten turns per second". */
  readonly requestSecond: Milliseconds;
  /** How long the keychain may be unavailable before the user is notified. */
  readonly keychainTimeout: Milliseconds;
  /**
   * Between two checks of a running print: normally, while the window shows it, and near its end, which begins
   * `printEndsSoon` before it.
   */
  readonly printing: Milliseconds;
  readonly printingInView: Milliseconds;
  readonly printEnding: Milliseconds;
  readonly printEndsSoon: Milliseconds;
  /** Between two print checks of an idle printer. */
  readonly noPrint: Milliseconds;
}

/** The back-off limit plus its jitter stays within the five to ten minutes that OctoEverywhere asks for. */
const standard = {
  recoveryHold: 30 * SECOND,
  unstableTime: HOUR,
  goneWhileUnstable: 10 * MINUTE,
  together: 30 * SECOND,
  groupWait: MINUTE,
  largeGroupWait: 150 * SECOND,
  eventWindow: 10 * MINUTE,
  updateGap: 30 * SECOND,
  confirm: 14 * SECOND,
  hourBudgetTime: HOUR + 10 * SECOND,
  dayBudgetTime: DAY + 10 * SECOND,
  repeatedGap: 30 * MINUTE,
  repeatedGapOfDay: 4 * HOUR,
  confirmAfter: 10 * SECOND,
  confirmRefusal: MINUTE,
  allRefused: 10 * MINUTE,
  oneRefused: 3 * MINUTE,
  deadRecheck: HOUR,
  perksRecheck: 10 * MINUTE,
  backOffLimit: 6 * MINUTE,
  longSilence: 15 * MINUTE,
  refreshGap: 5 * SECOND,
  snooze: HOUR,
  settleTime: 2 * SECOND,
  offlineTrial: MINUTE,
  requestSecond: SECOND,
  keychainTimeout: 2 * MINUTE,
  printing: MINUTE,
  printingInView: 15 * SECOND,
  printEnding: 20 * SECOND,
  printEndsSoon: 2 * MINUTE,
  noPrint: 5 * MINUTE,
} as const;

const freshness = 15 * SECOND;

/** Responses take real time, however fast the time scale. */
const shortestFreshness = 3 * SECOND;

/** In polls: one may be late and another fail. */
const pollsMerged = 3;

const standardPollSeconds = 60;

/** A faster (or slower) clock for tests and the demo; accepted only with a loopback origin. */
export interface TimeScale {
  /** Poll interval in seconds, 1–3600; all other intervals scale with it (1 = sixty times faster). */
  readonly pollSeconds: number;
  /** Sets the grace separately, in seconds; null scales the grace like everything else. */
  readonly graceSeconds: number | null;
}

/** Returns a caching {@link intervalsFor}, which recomputes only when the settings object changes. */
export function intervalsOf(
  timeScale: TimeScale | null,
): (settings: Pick<Settings, 'pollSeconds' | 'graceSeconds'>) => Intervals {
  let known: { readonly settings: object; readonly intervals: Intervals } | null = null;
  return (settings) => {
    if (known?.settings !== settings) known = { settings, intervals: intervalsFor(settings, timeScale) };
    return known.intervals;
  };
}

/** Returns the intervals for the user's settings, or for a time scale that overrides them. */
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
