import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';

export interface NotifierTimes {
  /** How long to wait for a reply before the server counts as hanging, ms. */
  readonly answer: Milliseconds;
  /** How long notifications that can't be shown are kept, ms. */
  readonly keep: Milliseconds;
  /** How long to wait before trying again if there was no server or it refused, ms. */
  readonly retry: Milliseconds;
  /** How long `show` waits before it resolves to false, ms. */
  readonly show: Milliseconds;
}

export const usualTimes: NotifierTimes = {
  answer: 15 * SECOND,
  keep: 10 * MINUTE,
  retry: 30 * SECOND,
  show: 5 * SECOND,
};

/** Maximum number of notifications stored. */
export const mostEntries = 500;

/** Maximum number of concurrent calls to a slow server. */
export const mostAtOnce = 20;

/** How often a notification may be refused, or a server crash on it, before it is given up. */
export const most = { refusals: 5, deaths: 10 } as const;
