/** The rules of docs/alerts.md by which a scenario is judged. */
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

/** The verdict on one scenario; each fault is a sentence with printer and time. */
export class Verdict {
  readonly #faults = new Map<Rule, string[]>(rules.map((rule) => [rule, []]));
  /** Seconds from each event to its notification, by kind, if nothing delayed it. */
  readonly delays = new Map<string, number[]>();
  /** For each event of several printers: the number of printers and of new notifications. */
  readonly events: { readonly printers: number; readonly notifications: number }[] = [];
  /** Seconds of recorded history. */
  readonly past = { right: 0, wrong: 0, unknown: 0 };
  /** The maxima for one printer in any hour and day, and for the whole app in any hour. */
  readonly most = { printerHour: 0, printerDay: 0, appHour: 0, requested: 0 };
  requests = 0;

  fault(rule: Rule, what: string): void {
    this.#faults.get(rule)?.push(what);
  }

  delay(kind: string, seconds: number): void {
    const known = this.delays.get(kind) ?? [];
    known.push(seconds);
    this.delays.set(kind, known);
  }

  /** Returns all faults by rule, without rules that were not broken. */
  faults(): Partial<Record<Rule, readonly string[]>> {
    return Object.fromEntries([...this.#faults].filter(([, faults]) => faults.length > 0));
  }
}
