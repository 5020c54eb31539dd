import { HOUR, MINUTE, type Milliseconds, SECOND } from '../../src/domain/time.ts';
import { Crowd, type CrowdOptions, type Service } from './crowd.ts';
import type { LoadCurve } from './picture.ts';

/** An event that affects everybody; after it the service should see hardly more than its usual rate. */
export interface Scenario {
  readonly name: string;
  /** When it is over, from the start of the simulation; null if nothing happens. */
  readonly overAt: Milliseconds | null;
  readonly end: Milliseconds;
  /** Over what time the installations start. */
  readonly startsWithin: Milliseconds;
  /** Schedules the events. */
  happen(crowd: Crowd): void;
}

/** By then everybody has started, and the first round of requests is over. */
const settled = 20 * MINUTE;
const poll = MINUTE;

/** OctoEverywhere treats requests differently for `length` ms. */
function trouble(name: string, service: Service, length: Milliseconds): Scenario {
  const overAt = settled + length;
  return {
    name,
    overAt,
    end: overAt + 12 * MINUTE,
    startsWithin: 15 * MINUTE,
    happen: (crowd) => {
      crowd.agenda.plan(settled, () => {
        crowd.service = service;
        crowd.opensAt = overAt;
      });
      crowd.agenda.plan(overAt, () => {
        crowd.service = 'ok';
      });
    },
  };
}

export const scenarios: readonly Scenario[] = [
  { name: 'a quiet half hour', overAt: null, end: settled + HOUR / 2, startsWithin: 15 * MINUTE, happen: () => {} },
  {
    name: 'everybody starts within five minutes',
    overAt: null,
    end: settled,
    startsWithin: 5 * MINUTE,
    happen: () => {},
  },
  trouble('no answer for 1 min', 'silent', MINUTE),
  trouble('no answer for 10 min', 'silent', 10 * MINUTE),
  trouble('no answer for 60 min', 'silent', HOUR),
  trouble('429 for 10 min', 'too-many', 10 * MINUTE),
  trouble('429 with `Retry-After: 120` for 10 min', 'too-many-for-two-minutes', 10 * MINUTE),
  trouble('503 with the date of its end as `Retry-After` for 10 min', 'closed', 10 * MINUTE),
  {
    name: 'quiet hours end everywhere, a tenth of all printers switched off in them',
    overAt: settled + 10 * MINUTE,
    end: settled + 22 * MINUTE,
    startsWithin: 15 * MINUTE,
    happen: (crowd) => {
      crowd.quietUntil = settled + 10 * MINUTE;
      crowd.agenda.plan(settled, () => {
        crowd.isTenthOff = true;
      });
    },
  },
  {
    name: 'half of all networks gone for 1 min',
    overAt: settled + MINUTE,
    end: settled + 13 * MINUTE,
    startsWithin: 15 * MINUTE,
    happen: (crowd) => {
      crowd.agenda.plan(settled, () => crowd.cutOff(0.5, true));
      crowd.agenda.plan(settled + MINUTE, () => crowd.cutOff(0.5, false));
    },
  },
];

export interface CrowdReport {
  /** The figures of all scenarios as a Markdown table. */
  readonly table: string;
  readonly curves: readonly LoadCurve[];
}

/** Simulates the scenarios one after another. Rates are multiples of one request per minute and printer. */
export async function crowdReport(
  chosen: readonly Scenario[],
  options: CrowdOptions,
  say: (line: string) => void,
): Promise<CrowdReport> {
  const rows: string[] = [];
  const curves: LoadCurve[] = [];
  for (const scenario of chosen) {
    const starts = startsOf(scenario, options);
    const crowd = new Crowd(options, starts);
    scenario.happen(crowd);
    await crowd.agenda.runUntil(scenario.end);
    const row = rowOf(scenario, crowd);
    say(row);
    rows.push(row);
    curves.push(curveOf(scenario, crowd));
  }
  const printers = `${options.installations} installations with 1–20 printers each, seed ${options.seed}`;
  const head =
    '| what happens | busiest second | during it | 1st minute after | 2nd minute | 3rd–5th minute | 6th–12th |';
  const table = `${printers}; in multiples of one request a minute for each printer.\n\n${head}\n|${'---|'.repeat(7)}\n${rows.join('\n')}`;
  return { table, curves };
}

function curveOf({ name, overAt, end, startsWithin }: Scenario, crowd: Crowd): LoadCurve {
  const from = startsWithin < settled / 2 ? 0 : settled - 5 * MINUTE;
  const perSecond = secondsOf(crowd, from, end).map((count) => count / usualRate(crowd));
  return { name, perSecond, from, trouble: overAt === null ? null : { from: settled, until: overAt } };
}

/** Requests a second. */
function usualRate(crowd: Crowd): number {
  return crowd.printers / (poll / SECOND);
}

/** Computers don't all start at the same time. */
function startsOf({ startsWithin }: Scenario, { installations }: CrowdOptions): (index: number) => Milliseconds {
  // Shuffled, so that the number of printers is unrelated to the start time.
  return (index) => ((index * 7919) % installations) * (startsWithin / installations);
}

function rowOf({ name, overAt, end }: Scenario, crowd: Crowd): string {
  const usual = usualRate(crowd);
  const from = overAt === null ? 0 : overAt;
  const quietFrom = overAt === null && name.startsWith('everybody') ? 0 : from === 0 ? settled : from;
  const rate = (begin: Milliseconds, until: Milliseconds) => {
    const seconds = secondsOf(crowd, begin, until);
    return seconds.length === 0 ? '–' : (sum(seconds) / seconds.length / usual).toFixed(2);
  };
  const busiest = Math.max(...secondsOf(crowd, quietFrom, end)) / usual;
  const minute = (first: number, last: number) =>
    overAt === null ? '–' : rate(overAt + (first - 1) * MINUTE, overAt + last * MINUTE);
  const during = overAt === null ? rate(quietFrom, end) : rate(settled, overAt);
  return `| ${name} | ${busiest.toFixed(2)} | ${during} | ${minute(1, 1)} | ${minute(2, 2)} | ${minute(3, 5)} | ${minute(6, 12)} |`;
}

function secondsOf(crowd: Crowd, from: Milliseconds, until: Milliseconds): number[] {
  return Array.from(
    { length: Math.floor((until - from) / SECOND) },
    (_, index) => crowd.perSecond[Math.floor(from / SECOND) + index] ?? 0,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
