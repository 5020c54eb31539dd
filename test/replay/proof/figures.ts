import type { Life } from './life.ts';
import type { Rule, Verdict } from './verdict.ts';

const day = 86_400;

/** The results of one scenario, as plain data. */
export interface Outcome extends Pick<Verdict, 'delays' | 'events' | 'past' | 'most' | 'requests'> {
  readonly seed: number;
  readonly printers: number;
  /** Seconds. */
  readonly end: number;
  readonly faults: ReturnType<Verdict['faults']>;
}

export function outcomeOf(seed: number, { printers, end }: Life, verdict: Verdict): Outcome {
  const { delays, events, past, most, requests } = verdict;
  return { seed, printers: printers.length, end, faults: verdict.faults(), delays, events, past, most, requests };
}

/** The results of many scenarios together. */
export class Figures {
  #lives = 0;
  #printerDays = 0;
  #requests = 0;
  readonly #faults = new Map<Rule, number>();
  readonly #delays = new Map<string, number[]>();
  #events = { count: 0, printers: 0, small: 0, large: 0 };
  #past = { right: 0, wrong: 0, unknown: 0 };
  #most = { printerHour: 0, printerDay: 0, appHour: 0, requested: 0 };

  add(outcome: Outcome): void {
    this.#lives += 1;
    this.#printerDays += (outcome.printers * outcome.end) / day;
    this.#requests += outcome.requests;
    for (const [rule, faults] of Object.entries(outcome.faults)) {
      this.#faults.set(rule as Rule, (this.#faults.get(rule as Rule) ?? 0) + faults.length);
    }
    for (const [kind, delays] of outcome.delays) {
      const known = this.#delays.get(kind) ?? [];
      for (const delay of delays) known.push(delay);
      this.#delays.set(kind, known);
    }
    for (const { printers, notifications } of outcome.events) {
      this.#events.count += 1;
      this.#events.printers += printers;
      if (printers < 20) this.#events.small = Math.max(this.#events.small, notifications);
      else this.#events.large = Math.max(this.#events.large, notifications);
    }
    for (const state of ['right', 'wrong', 'unknown'] as const) this.#past[state] += outcome.past[state];
    for (const what of ['printerHour', 'printerDay', 'appHour', 'requested'] as const) {
      this.#most[what] = Math.max(this.#most[what], outcome.most[what]);
    }
  }

  get faults(): number {
    return [...this.#faults.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Returns the table as Markdown. */
  table(): string {
    const count = (rule: Rule) => this.#faults.get(rule) ?? 0;
    const { right, wrong, unknown } = this.#past;
    const known = right + wrong;
    const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(4)} %`;
    const anHour = this.#requests / (this.#printerDays * 24);
    const rows = [
      ['false, missed, late, doubled', `${count('false')}, ${count('missed')}, ${count('late')}, ${count('doubled')}`],
      ['wrong “since”; unwanted notifications', `${count('since')}; ${count('unwanted')}`],
      [
        `new notifications per event (${this.#events.count} events of several printers)`,
        `${this.#events.small} at most below 20 printers, ${this.#events.large} from 20 on`,
      ],
      ['per printer and hour / day, at most', `${this.#most.printerHour} / ${this.#most.printerDay}`],
      ['of the whole app in an hour, at most', `${this.#most.appHour}`],
      ['wrong, stale or grey states', `${count('status') + count('stale')}`],
      ['history: wrong / unknown', `${share(wrong, known)} / ${share(unknown, known + unknown)}`],
      [
        'requests per printer-hour: average / most in an hour',
        `${anHour.toFixed(1)} / ${this.#most.requested.toFixed(0)} (at a poll of 60 s)`,
      ],
    ];
    const delays = [...this.#delays]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([kind, all]) => {
        const sorted = all.toSorted((one, other) => one - other);
        const at = (part: number) =>
          `${Math.max(0, Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0))} s`;
        return `| ${kind} | ${all.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`;
      });
    return [
      `${this.#lives} lives, ${Math.round(this.#printerDays)} printer-days:`,
      '',
      '| | |',
      '|---|---|',
      ...rows.map(([what, figure]) => `| ${what} | ${figure} |`),
      '',
      '| notification | how often | delay p50 | p95 | max |',
      '|---|---|---|---|---|',
      ...delays,
    ].join('\n');
  }
}
