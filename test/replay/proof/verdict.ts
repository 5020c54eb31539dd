/** The rules of docs/alerts.md by which a life is judged; each can be broken. */
export const rules = [
  'false',
  'missed',
  'late',
  'doubled',
  'since',
  'event',
  'damping',
  'update in place',
  'unwanted',
  'status',
  'stale',
  'history',
  'requests',
] as const;
export type Rule = (typeof rules)[number];

/** What became of one life; each fault is a sentence that names printer and time. */
export class Verdict {
  readonly #faults = new Map<Rule, string[]>(rules.map((rule) => [rule, []]));
  /** Seconds from when something was so to its notification, where nothing was in the way, by kind. */
  readonly delays = new Map<string, number[]>();
  /** New notifications of each event of several printers: how many printers, how many notifications. */
  readonly events: { readonly printers: number; readonly notifications: number }[] = [];
  /** Seconds of recorded past. */
  readonly past = { right: 0, wrong: 0, unknown: 0 };
  /** The most in any hour and any day, of one printer, and in any hour of the whole app. */
  readonly most = { printerHour: 0, printerDay: 0, appHour: 0, asked: 0 };
  requests = 0;

  fault(rule: Rule, what: string): void {
    this.#faults.get(rule)?.push(what);
  }

  delay(kind: string, seconds: number): void {
    const known = this.delays.get(kind) ?? [];
    known.push(seconds);
    this.delays.set(kind, known);
  }

  /** All faults by rule; rules that were kept are left out. */
  faults(): Partial<Record<Rule, readonly string[]>> {
    return Object.fromEntries([...this.#faults].filter(([, faults]) => faults.length > 0));
  }
}
