import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalsFor } from '../../../../src/domain/intervals.ts';
import { notifyPrints, type PrintPolicy } from '../../../../src/domain/print/notify-prints.ts';
import { noOwnActions, type OwnActions } from '../../../../src/domain/print/own-actions.ts';
import {
  defaultPrintKinds,
  isPrintTrouble,
  type PrintAlert,
  printAlertKinds,
} from '../../../../src/domain/print/print-alert.ts';
import {
  keptPrintsOf,
  noPrintAlerts,
  type PrintAlertState,
  printObserved,
  printOwnActions,
  printsInterrupted,
  printsRestored,
} from '../../../../src/domain/print/print-alert-state.ts';
import { nextPrintStatus, type PrintOutcome, printNotYetAsked } from '../../../../src/domain/print/print-status.ts';
import { defaultSettings } from '../../../../src/domain/settings.ts';
import { HOUR, MINUTE, type Milliseconds, SECOND } from '../../../../src/domain/time.ts';
import { answered, failure, type Said, start } from '../../../support/print/reports.ts';

const rules = intervalsFor(defaultSettings, null);
const all = Object.fromEntries(printAlertKinds.map((kind) => [kind, true])) as PrintPolicy['kinds'];
const policy: PrintPolicy = {
  kinds: defaultPrintKinds,
  muted: new Set(),
  off: new Set(),
  oftenOff: new Set(),
  quietUntil: null,
};

/** Printers that report what a test sets, checked every minute and when alerting requests it. */
class Told {
  state: PrintAlertState = noPrintAlerts;
  policy = policy;
  now: Milliseconds = 0;
  readonly alerts: (PrintAlert & { readonly at: Milliseconds })[] = [];
  readonly asked: Milliseconds[] = [];
  readonly #says = new Map<string, (at: Milliseconds) => Said | PrintOutcome>();
  #lastAsked = new Map<string, Milliseconds>();
  #wanted: ReadonlyMap<string, number> = new Map();

  says(said: Said | PrintOutcome | ((at: Milliseconds) => Said | PrintOutcome), printer = 'Voron'): this {
    // Several are checked one after another.
    const others = this.#says.size;
    if (!this.#says.has(printer)) this.#lastAsked.set(printer, this.now - MINUTE + others * 9 * SECOND);
    this.#says.set(printer, typeof said === 'function' ? said : () => said);
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
    return this.alerts.map(({ kind }) => kind);
  }

  #ask(printer: string): void {
    this.#lastAsked.set(printer, this.now);
    this.asked.push(this.now);
    const said = this.#says.get(printer)?.(this.now) ?? { state: 'idle' };
    const outcome = 'kind' in said ? said : answered(said);
    const before = this.state.printers[printer]?.status ?? printNotYetAsked(start + this.now);
    const status = nextPrintStatus(before, outcome, start + this.now, rules);
    this.state = printObserved(this.state, printer, status);
  }

  #turn(): void {
    const notified = notifyPrints(this.state, this.alerts.length, start + this.now, rules, this.policy);
    this.state = notified.state;
    this.#wanted = notified.wanted;
    for (const alert of notified.alerts) this.alerts.push({ ...alert, at: this.now });
  }
}

const printing =
  (began: Milliseconds, more: Partial<Said> = {}) =>
  (at: Milliseconds): Said => ({
    state: 'printing',
    id: `p${began}`,
    file: 'benchy.gcode',
    progress: Math.min(100, (at - began) / 72_000),
    duration: (at - began) / SECOND,
    left: Math.max(0, 7_200 - (at - began) / SECOND),
    ...more,
  });
const ended = (state: string, began: Milliseconds, length: Milliseconds, more: Partial<Said> = {}): Said => ({
  state,
  id: `p${began}`,
  file: 'benchy.gcode',
  progress: 100,
  duration: length / SECOND,
  ...more,
});

const idle: Said = { state: 'idle' };
/** Idle, then printing for half an hour. */
const begun = () =>
  new Told()
    .says(idle)
    .for(5)
    .says(printing(5 * MINUTE))
    .for(30);

describe('told', () => {
  test.each([
    ['complete', 'print-finished'],
    ['error', 'print-failed'],
  ])('%s: %s, confirmed, within one poll and 15 s, once', (state, kind) => {
    const notified = begun();
    const from = notified.now;
    notified.says(ended(state, 5 * MINUTE, 30 * MINUTE, { error: state === 'error' ? 'Heater fault' : null })).for(300);
    expect(notified.kinds()).toEqual([kind]);
    const [alert] = notified.alerts;
    expect((alert?.at ?? 0) - from).toBeLessThanOrEqual(MINUTE + 15 * SECOND);
    expect(alert?.news).toEqual([
      expect.objectContaining({ printer: 'Voron', fileName: 'benchy.gcode', about: false }),
    ]);
    expect(alert?.news[0]?.words).toBe(state === 'error' ? 'Heater fault' : null);
  });

  test('paused, with what it waits for, once for a print', () => {
    const notified = begun()
      .says(printing(5 * MINUTE, { state: 'paused', progress: 25, error: 'Filament runout' }))
      .for(20);
    expect(notified.kinds()).toEqual(['print-paused']);
    expect(notified.alerts[0]?.news[0]?.words).toBe('Filament runout');
    notified
      .says(printing(5 * MINUTE))
      .for(10)
      .says(printing(5 * MINUTE, { state: 'paused', progress: 50 }))
      .for(20);
    expect(notified.kinds()).toEqual(['print-paused']);
  });

  test('paused soon after the user paused and resumed it here', () => {
    const notified = begun();
    const pausedAt = start + notified.now;
    notified.state = printOwnActions(notified.state, 'Voron', { ...noOwnActions, pausedAt });
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(1);
    const resumedAt = start + notified.now;
    notified.state = printOwnActions(notified.state, 'Voron', { ...noOwnActions, pausedAt, resumedAt });
    notified.says(printing(5 * MINUTE, { progress: 26 })).for(1);
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 26, error: 'Filament runout' })).for(3);
    expect(notified.kinds()).toEqual(['print-paused']);
  });

  test('Gadget warns, and pauses: that is no pause of its own', () => {
    const notified = begun();
    notified.says((at) => printing(5 * MINUTE, { warned: (at - 34 * MINUTE) / SECOND })(at)).for(10);
    notified
      .says((at) =>
        printing(5 * MINUTE, { state: 'paused', progress: 31, gadgetPaused: (at - 45 * MINUTE) / SECOND })(at),
      )
      .for(10);
    expect(notified.kinds()).toEqual(['gadget-warning', 'gadget-paused']);
  });

  test('a printer that does not answer for 5 min in the midst of a print; one without a login after a minute', () => {
    const notified = begun().says(failure('printer-not-answering', 785));
    const from = notified.now;
    notified.for(60);
    expect(notified.kinds()).toEqual(['printer-not-answering']);
    expect(Math.abs((notified.alerts[0]?.at ?? 0) - from - 6 * MINUTE)).toBeLessThanOrEqual(75 * SECOND);
    const login = new Told().says(idle).for(5).says(failure('no-printer-login', 789)).for(60);
    expect(login.kinds()).toEqual(['printer-not-answering']);
  });

  test('started, cancelled and first layers only when wanted', () => {
    const layered = (at: Milliseconds) =>
      printing(5 * MINUTE, { layer: Math.floor((at - 5 * MINUTE) / (5 * MINUTE)) })(at);
    for (const kinds of [defaultPrintKinds, all]) {
      const notified = new Told();
      notified.policy = { ...policy, kinds };
      notified
        .says(idle)
        .for(5)
        .says(layered)
        .for(30)
        .says(ended('cancelled', 5 * MINUTE, 30 * MINUTE))
        .for(10);
      expect(notified.kinds()).toEqual(kinds === all ? ['print-started', 'first-layers-done', 'print-cancelled'] : []);
    }
  });
});

describe('not told', () => {
  test('what had ended, or was old, before the printer was ever seen', () => {
    for (const state of ['complete', 'error', 'idle']) {
      const said = { ...ended(state, -5 * HOUR, 2 * HOUR), start: (start - 5 * HOUR) / SECOND };
      expect(new Told().says(said).for(60).kinds()).toEqual([]);
    }
  });

  test('one odd answer: complete, error, idle, paused or 785 in the midst', () => {
    const notified = begun();
    for (const odd of [
      ended('complete', 5 * MINUTE, HOUR),
      ended('error', 5 * MINUTE, HOUR),
      idle,
      printing(5 * MINUTE, { state: 'paused' }),
      failure('printer-not-answering', 785),
    ]) {
      let once = true;
      notified
        .says((at) => {
          if (!once) return printing(5 * MINUTE)(at);
          once = false;
          return typeof odd === 'function' ? odd(at) : odd;
        })
        .for(5);
    }
    expect(notified.kinds()).toEqual([]);
  });

  test('a pause that the user made here, or a cancel', () => {
    const notified = begun();
    notified.state = printOwnActions(notified.state, 'Voron', { ...noOwnActions, pausedAt: start + notified.now });
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(20);
    expect(notified.kinds()).toEqual([]);
    const cancelled = begun();
    cancelled.policy = { ...policy, kinds: all };
    cancelled.alerts.splice(0);
    cancelled.state = printOwnActions(cancelled.state, 'Voron', {
      ...noOwnActions,
      cancelledAt: start + cancelled.now,
    });
    cancelled.says(ended('cancelled', 5 * MINUTE, 30 * MINUTE)).for(20);
    expect(cancelled.kinds()).toEqual([]);
  });

  test('a pause that the user made here, while its printer is slow to resume or to cancel', () => {
    for (const next of ['resumedAt', 'cancelledAt'] as const) {
      const notified = begun();
      let own: OwnActions = { ...noOwnActions, pausedAt: start + notified.now };
      notified.state = printOwnActions(notified.state, 'Voron', own);
      notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(20);
      own = { ...own, [next]: start + notified.now };
      notified.state = printOwnActions(notified.state, 'Voron', own);
      expect(notified.for(10).kinds()).toEqual([]);
    }
  });

  test('pauses at each layer for a picture of it', () => {
    const notified = begun().says((at) =>
      printing(5 * MINUTE, { state: 'paused', layer: Math.floor(at / (5 * SECOND)) })(at),
    );
    expect(notified.for(30).kinds()).toEqual([]);
  });

  test('a printer that is switched off when its print is done, or does not answer while nothing prints', () => {
    const notified = new Told()
      .says(idle)
      .for(5)
      .says(printing(5 * MINUTE))
      .for(120);
    expect(notified.says(failure('printer-not-answering', 785)).for(60).kinds()).toEqual([]);
    expect(new Told().says(idle).for(5).says(failure('printer-not-answering', 785)).for(60).kinds()).toEqual([]);
  });

  test('of printers that are muted, off, or often off', () => {
    const silent = new Set(['Voron']);
    for (const [more, kinds] of [
      [{ muted: silent }, []],
      [{ off: silent }, []],
      [{ oftenOff: silent }, []],
      [{}, ['printer-not-answering']],
    ] as const) {
      const notified = begun();
      notified.policy = { ...policy, ...more };
      expect(notified.says(failure('printer-not-answering', 785)).for(20).kinds()).toEqual(kinds);
    }
    // A new access code is unrelated to being switched off.
    const notified = begun();
    notified.policy = { ...policy, oftenOff: silent };
    expect(notified.says(failure('no-printer-login', 789)).for(20).kinds()).toEqual(['printer-not-answering']);
  });

  test('what ended while it was not wanted is no news later', () => {
    const notified = begun();
    notified.policy = { ...policy, muted: new Set(['Voron']) };
    notified.says(ended('complete', 5 * MINUTE, 30 * MINUTE)).for(10);
    notified.policy = policy;
    expect(notified.for(30).kinds()).toEqual([]);
  });
});

describe('the computer and the app', () => {
  test('asleep through the end: at wake, once, about when', () => {
    const notified = begun()
      .says(ended('complete', 5 * MINUTE, 2 * HOUR))
      .sleep(480)
      .for(30);
    expect(notified.kinds()).toEqual(['print-finished']);
    expect(notified.alerts[0]?.news[0]).toMatchObject({ about: true });
    expect(Math.abs((notified.alerts[0]?.news[0]?.since ?? 0) - start - 125 * MINUTE)).toBeLessThan(MINUTE);
  });

  test('asleep through a whole print', () => {
    const whole = { ...ended('complete', 100 * MINUTE, HOUR), start: start / SECOND + 6_000 };
    const notified = new Told().says(idle).for(5).says(whole).sleep(480).for(30);
    expect(notified.kinds()).toEqual(['print-finished']);
    expect(notified.alerts[0]?.news[0]).toMatchObject({ about: true, since: start + 160 * MINUTE });
  });

  test('restarted before, at and after what happens: told once, and nothing of it again', () => {
    for (const minutes of [0, 10, 30]) {
      const notified = begun().restart();
      notified
        .says(ended('complete', 5 * MINUTE, 30 * MINUTE))
        .restart(minutes)
        .for(10)
        .restart(5)
        .for(10)
        .restart()
        .for(10);
      expect(notified.kinds()).toEqual(['print-finished']);
    }
    const paused = begun()
      .says(printing(5 * MINUTE, { state: 'paused', progress: 25 }))
      .for(5)
      .restart(5)
      .for(30);
    expect(paused.kinds()).toEqual(['print-paused']);
  });

  test('in quiet hours nothing; after them what still holds, and what ended', () => {
    const notified = begun();
    notified.policy = { ...policy, quietUntil: start + 100 * MINUTE };
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(20);
    notified
      .says(printing(5 * MINUTE))
      .for(10)
      .says(ended('complete', 5 * MINUTE, HOUR))
      .for(60);
    expect(notified.kinds()).toEqual(['print-finished']);
    expect(notified.alerts[0]?.at).toBeGreaterThanOrEqual(100 * MINUTE);
  });

  test('an end that was seen twice is told though the printer is not there to be asked again', () => {
    const notified = begun();
    notified.policy = { ...policy, quietUntil: start + 100 * MINUTE };
    notified
      .says(ended('complete', 5 * MINUTE, HOUR))
      .for(20)
      .says(failure('not-connected', 601))
      .for(60);
    expect(notified.kinds()).toEqual(['print-finished']);
  });
});

describe('many', () => {
  test('a power cut takes six printers: one notification', () => {
    const notified = new Told();
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    for (const name of names) notified.says(idle, name);
    notified.for(5);
    for (const name of names) notified.says(printing(5 * MINUTE), name);
    notified.for(20);
    for (const name of names) notified.says(failure('printer-not-answering', 785), name);
    notified.for(30);
    expect(notified.alerts.map(({ kind, news }) => [kind, news.length])).toEqual([['printer-not-answering', 6]]);
  });

  test('of ends at most six an hour from one printer, which keep back no failure', () => {
    const notified = new Told().says(idle).for(1);
    const print = (state: string) => {
      const began = notified.now;
      notified
        .says(printing(began))
        .for(4)
        .says(ended(state, began, 4 * MINUTE))
        .for(2);
    };
    for (let count = 0; count < 8; count += 1) print('complete');
    expect(notified.alerts).toHaveLength(6);
    const endedAt = notified.now + 4 * MINUTE;
    print('error');
    expect(notified.kinds().at(-1)).toBe('print-failed');
    expect((notified.alerts.at(-1)?.at ?? 0) - endedAt).toBeLessThanOrEqual(75 * SECOND);
  });

  test('what asks for something comes at most four times an hour from one printer, also across a restart', () => {
    const notified = new Told().says(idle).for(1);
    for (let count = 0; count < 6; count += 1) {
      const began = notified.now;
      notified
        .says(printing(began))
        .for(4)
        .says(ended('error', began, 4 * MINUTE))
        .for(2)
        .restart();
    }
    expect(notified.alerts.filter(({ at }) => at < HOUR)).toHaveLength(4);
  });

  test('two that cannot be logged in to are not counted with one that does not answer', () => {
    const notified = new Told();
    for (const name of ['A', 'B', 'C']) notified.says(idle, name);
    notified.for(5);
    for (const name of ['A', 'B', 'C']) notified.says(printing(5 * MINUTE), name);
    notified.for(20);
    notified.says(failure('printer-not-answering', 785), 'A');
    for (const name of ['B', 'C']) notified.says(failure('no-printer-login', 789), name);
    notified.for(30);
    expect(
      notified.alerts.map(({ news }) => news.map(({ printer, noLogin }) => [printer, noLogin])).toSorted(),
    ).toEqual([
      [['A', false]],
      [
        ['B', true],
        ['C', true],
      ],
    ]);
  });

  test('whatever happens, one printer tells at most four times an hour of trouble, and six of the rest', () => {
    const said = fc.oneof(
      fc.constantFrom<Said | PrintOutcome>(
        idle,
        failure('printer-not-answering', 785),
        failure('no-printer-login', 789),
      ),
      fc.record({
        state: fc.constantFrom('printing', 'paused', 'complete', 'error', 'cancelled'),
        id: fc.constantFrom('a', 'b'),
        progress: fc.nat(100),
        duration: fc.nat(5_000),
        left: fc.nat(5_000),
      }),
    );
    const what = fc.constantFrom('goes on', 'goes on', 'sleep', 'restart');
    fc.assert(
      fc.property(fc.array(fc.tuple(said, what), { maxLength: 12 }), (steps) => {
        const notified = new Told();
        notified.policy = { ...policy, kinds: all };
        for (const [one, then] of steps) {
          notified.says(one).for(3);
          if (then === 'sleep') notified.sleep(60);
          if (then === 'restart') notified.restart(10);
        }
        for (const [isTrouble, most] of [
          [true, 4],
          [false, 6],
        ] as const) {
          const alike = notified.alerts.filter(({ kind }) => isPrintTrouble[kind] === isTrouble);
          const hourly = alike.map(({ at }) => alike.filter((one) => at - one.at >= 0 && at - one.at < HOUR));
          expect(hourly.every((those) => those.length <= most)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
