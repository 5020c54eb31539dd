import { intervalsFor } from '../../../src/domain/intervals.ts';
import { notifyPrints, type PrintPolicy } from '../../../src/domain/print/notify-prints.ts';
import { defaultPrintKinds, type PrintAlert, printAlertKinds } from '../../../src/domain/print/print-alert.ts';
import {
  keptPrintsOf,
  noPrintAlerts,
  type PrintAlertState,
  printObserved,
  printsInterrupted,
  printsRestored,
} from '../../../src/domain/print/print-alert-state.ts';
import { nextPrintStatus, type PrintOutcome, printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { MINUTE, type Milliseconds, SECOND } from '../../../src/domain/time.ts';
import { answered, type ReportFields, start } from './reports.ts';

const intervals = intervalsFor(defaultSettings, null);
/** Every kind of print notification, switched on. */
export const all = Object.fromEntries(printAlertKinds.map((kind) => [kind, true])) as PrintPolicy['kinds'];
/** The default policy, with nothing muted. */
export const policy: PrintPolicy = {
  kinds: defaultPrintKinds,
  muted: new Set(),
  off: new Set(),
  oftenOff: new Set(),
  quietUntil: null,
  isTimeOfDay: false,
};

/** Printers that report what a test sets, checked every minute and when alerting requests it. */
export class PrintAlertRun {
  state: PrintAlertState = noPrintAlerts;
  policy = policy;
  now: Milliseconds = 0;
  readonly alerts: (PrintAlert & { readonly at: Milliseconds })[] = [];
  readonly requestTimes: Milliseconds[] = [];
  readonly #says = new Map<string, (at: Milliseconds) => ReportFields | PrintOutcome>();
  #lastAsked = new Map<string, Milliseconds>();
  #wanted: ReadonlyMap<string, number> = new Map();

  says(
    reported: ReportFields | PrintOutcome | ((at: Milliseconds) => ReportFields | PrintOutcome),
    printer = 'Voron',
  ): this {
    // Several are checked one after another.
    const others = this.#says.size;
    if (!this.#says.has(printer)) this.#lastAsked.set(printer, this.now - MINUTE + others * 9 * SECOND);
    this.#says.set(printer, typeof reported === 'function' ? reported : () => reported);
    return this;
  }

  /** Lets this many minutes pass. */
  for(minutes: number): this {
    const end = this.now + minutes * MINUTE;
    for (; this.now < end; this.now += SECOND) {
      for (const printer of this.#says.keys()) {
        const last = this.#lastAsked.get(printer) ?? Number.NEGATIVE_INFINITY;
        const wantedAt = (this.#wanted.get(printer) ?? Number.POSITIVE_INFINITY) - start;
        const due = Math.min(last + MINUTE, Math.max(wantedAt, last + 10 * SECOND));
        if (this.now >= due) this.#ask(printer);
      }
      this.#turn();
    }
    return this;
  }

  sleep(minutes: number): this {
    this.now += minutes * MINUTE;
    this.state = printsInterrupted(this.state);
    this.#lastAsked = new Map();
    return this;
  }

  restart(minutes = 0): this {
    this.now += minutes * MINUTE;
    this.state = printsRestored(JSON.parse(JSON.stringify(keptPrintsOf(this.state))), start + this.now);
    this.#lastAsked = new Map();
    return this;
  }

  kinds(): string[] {
    return this.alerts.filter(({ again }) => !again).map(({ kind }) => kind);
  }

  /** Problems that were reported before and began again. */
  kindsAgain(): string[] {
    return this.alerts.filter(({ again }) => again).map(({ kind }) => kind);
  }

  #ask(printer: string): void {
    this.#lastAsked.set(printer, this.now);
    this.requestTimes.push(this.now);
    const reported = this.#says.get(printer)?.(this.now) ?? { state: 'idle' };
    const outcome = 'kind' in reported ? reported : answered(reported);
    const before = this.state.printers[printer]?.status ?? printNotYetRequested(start + this.now);
    const status = nextPrintStatus(before, outcome, start + this.now, intervals);
    this.state = printObserved(this.state, printer, status);
  }

  #turn(): void {
    const notified = notifyPrints(this.state, this.alerts.length, start + this.now, intervals, this.policy);
    this.state = notified.state;
    this.#wanted = notified.wanted;
    for (const alert of notified.alerts) this.alerts.push({ ...alert, at: this.now });
  }
}

export const printing =
  (began: Milliseconds, more: Partial<ReportFields> = {}) =>
  (at: Milliseconds): ReportFields => ({
    state: 'printing',
    id: `p${began}`,
    file: 'benchy.gcode',
    progress: Math.min(100, (at - began) / 72_000),
    duration: (at - began) / SECOND,
    left: Math.max(0, 7_200 - (at - began) / SECOND),
    ...more,
  });
export const ended = (
  state: string,
  began: Milliseconds,
  length: Milliseconds,
  more: Partial<ReportFields> = {},
): ReportFields => ({
  state,
  id: `p${began}`,
  file: 'benchy.gcode',
  progress: 100,
  duration: length / SECOND,
  ...more,
});

export const idle: ReportFields = { state: 'idle' };
/** A run of a printer that is idle, then prints for half an hour. */
export const begun = () =>
  new PrintAlertRun()
    .says(idle)
    .for(5)
    .says(printing(5 * MINUTE))
    .for(30);
