import type { Settings } from './settings.ts';
import { HOUR, MINUTE, type Milliseconds, SECOND } from './time.ts';

/** Every interval the schedule, the status and the alerts go by, in milliseconds. */
export interface Rules {
  /** Between two checks of one App Connection. */
  readonly poll: Milliseconds;
  /** How long a printer has to be gone before that is told. */
  readonly grace: Milliseconds;
  /** A recovery has to hold this long before it is told. */
  readonly recoveryHold: Milliseconds;
  /** The third loss told within this time makes a printer unstable; holding for as long ends that. */
  readonly unstableTime: Milliseconds;
  /** An unstable printer's losses are summed up at most this often. */
  readonly unstableSummary: Milliseconds;
  /** Losses (or recoveries) this close to each other make one notification. */
  readonly together: Milliseconds;
  /** A second look, out of turn, is taken no sooner than this after the first. */
  readonly secondLook: Milliseconds;
  /** 603, 604, 606 are believed when a second refusal comes at least this long after the first. */
  readonly confirmRefusal: Milliseconds;
  /** When all connections die at once, that has to hold this long before it is told: it has healed by itself before. */
  readonly allRefused: Milliseconds;
  /** A confirmed dead connection is asked about this often: it may heal. */
  readonly deadRecheck: Milliseconds;
  /** 605 is asked about this often. */
  readonly perksRecheck: Milliseconds;
  /** The longest pause after failures. */
  readonly backOffLimit: Milliseconds;
  /** How long the last known state is still shown when no usable answer comes. */
  readonly patience: Milliseconds;
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
}

/** API §5. The back-off limit plus its jitter stays within the "5–10 min" named there. */
const standard = {
  recoveryHold: 30 * SECOND,
  unstableTime: HOUR,
  unstableSummary: 30 * MINUTE,
  together: 20 * SECOND,
  secondLook: 10 * SECOND,
  confirmRefusal: MINUTE,
  allRefused: 10 * MINUTE,
  deadRecheck: HOUR,
  perksRecheck: 10 * MINUTE,
  backOffLimit: 8 * MINUTE,
  patience: 15 * MINUTE,
  refreshGap: 5 * SECOND,
  snooze: HOUR,
  settle: 2 * SECOND,
  offlineTrial: MINUTE,
  requestSecond: SECOND,
} as const;

const standardPollSeconds = 60;

/** A faster (or slower) clock for tests and the demo, only ever taken with a loopback origin. */
export interface Tempo {
  /** 1–3600; all other intervals scale with it (1 = sixty times faster). */
  readonly pollSeconds: number;
  /** Sets the grace by itself, in seconds; null scales the grace like everything else. */
  readonly graceSeconds: number | null;
}

/** The intervals that follow from the user's settings, or from a tempo that overrides them. */
export function rulesFor(settings: Pick<Settings, 'pollSeconds' | 'graceSeconds'>, tempo: Tempo | null): Rules {
  const scale = tempo === null ? 1 : tempo.pollSeconds / standardPollSeconds;
  const graceSeconds = tempo?.graceSeconds ?? settings.graceSeconds * scale;
  return {
    poll: (tempo?.pollSeconds ?? settings.pollSeconds) * SECOND,
    grace: graceSeconds * SECOND,
    recoveryHold: standard.recoveryHold * scale,
    unstableTime: standard.unstableTime * scale,
    unstableSummary: standard.unstableSummary * scale,
    together: standard.together * scale,
    secondLook: standard.secondLook * scale,
    confirmRefusal: standard.confirmRefusal * scale,
    allRefused: standard.allRefused * scale,
    deadRecheck: standard.deadRecheck * scale,
    perksRecheck: standard.perksRecheck * scale,
    backOffLimit: standard.backOffLimit * scale,
    patience: standard.patience * scale,
    refreshGap: standard.refreshGap * scale,
    snooze: standard.snooze * scale,
    settle: standard.settle * scale,
    offlineTrial: standard.offlineTrial * scale,
    requestSecond: standard.requestSecond * scale,
  };
}
