import { describe, expect, test } from 'vitest';
import { noOwnActions } from '../../../../src/domain/print/own-actions.ts';
import { printOwnActions } from '../../../../src/domain/print/print-alert-state.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { begun, ended, idle, type PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';
import { failure, start } from '../../../support/print/reports.ts';

const began = 5 * MINUTE;
const running = printing(began);
const paused = printing(began, { state: 'paused', progress: 25 });
const silent = failure('printer-not-answering', 785);
const noLogin = failure('no-printer-login', 789);

/** A print that was paused, was reported, and goes on. */
const resumed = () => begun().says(paused).for(5).says(running).for(5);
/** A printer that didn't respond during a print, was reported, and responds again. */
const responding = () => begun().says(silent).for(8).says(running).for(5);

const numbers = (run: PrintAlertRun) => [run.kinds(), run.kindsAgain()];

describe('A problem that begins again during the same print is shown again', () => {
  test('once it is certain, with what the printer says now', () => {
    const run = resumed();
    const from = run.now;
    run.says(printing(began, { state: 'paused', progress: 40, error: 'Filament runout' })).for(10);
    expect(numbers(run)).toEqual([['print-paused'], ['print-paused']]);
    const [first, second] = run.alerts;
    expect(second?.printEvents[0]?.words).toBe('Filament runout');
    expect(second?.printEvents[0]?.since).toBeGreaterThanOrEqual(start + from);
    expect((second?.at ?? 0) - from).toBeLessThanOrEqual(80 * SECOND);
    expect(second?.notification).toBeGreaterThan(first?.notification ?? 0);
  });

  test('as a printer that does not respond for five minutes', () => {
    const run = responding();
    run.says(silent).for(4).says(running).for(5);
    expect(numbers(run), 'a restart').toEqual([['printer-not-answering'], []]);
    run.says(silent).for(8);
    expect(numbers(run)).toEqual([['printer-not-answering'], ['printer-not-answering']]);
  });

  test('as Gadget’s, if Gadget has paused the print again', () => {
    const gadgets = (at: number) =>
      printing(began, { state: 'paused', progress: 25, gadgetPaused: (run.now - at) / SECOND });
    const run = begun();
    let pausedAt = run.now;
    run
      .says((at) => gadgets(pausedAt)(at))
      .for(5)
      .says(running)
      .for(5);
    pausedAt = run.now;
    run.says((at) => gadgets(pausedAt)(at)).for(5);
    expect(numbers(run)).toEqual([['gadget-paused'], ['gadget-paused']]);
  });

  test('as a printer that does not respond, whatever was reported about its login', () => {
    const run = begun().says(noLogin).for(5).says(running).for(5).says(silent).for(8);
    expect(numbers(run)).toEqual([['printer-not-answering', 'printer-not-answering'], []]);
    run.says(running).for(5).says(silent).for(8);
    expect(run.kindsAgain()).toEqual(['printer-not-answering']);
  });

  test('even if another problem was reported in between', () => {
    const run = resumed();
    run.says(silent).for(8).says(running).for(5).says(paused).for(5);
    expect(numbers(run)).toEqual([['print-paused', 'printer-not-answering'], ['print-paused']]);
  });

  test('at most as often as any notification', () => {
    const run = begun();
    for (let times = 0; times < 12; times += 1) run.says(paused).for(3).says(running).for(2);
    expect(run.kinds()).toEqual(['print-paused']);
    for (const { at } of run.alerts)
      expect(run.alerts.filter((one) => one.at >= at && one.at < at + HOUR).length).toBeLessThanOrEqual(4);
  });

  test('without delaying what is new', () => {
    const run = begun();
    for (let times = 0; times < 5; times += 1) run.says(paused).for(3).says(running).for(7);
    const failedAt = run.now;
    run.says(ended('error', began, run.now - began)).for(5);
    const failed = run.alerts.find(({ kind }) => kind === 'print-failed');
    expect((failed?.at ?? Number.POSITIVE_INFINITY) - failedAt).toBeLessThanOrEqual(80 * SECOND);
  });

  test('without more requests once that has been too often', () => {
    const run = begun();
    for (let times = 0; times < 5; times += 1) run.says(paused).for(3).says(running).for(2);
    run.says(paused);
    const before = run.requestTimes.length;
    run.for(20);
    expect(run.requestTimes.length - before).toBeLessThanOrEqual(22);
  });

  test('after a quiet time in one notification, if it is still true then', () => {
    const run = resumed();
    run.policy = { ...policy, quietUntil: start + run.now + 30 * MINUTE };
    run.says(paused).for(29);
    expect(run.kindsAgain()).toEqual([]);
    run.for(5);
    expect(run.kindsAgain()).toEqual(['print-paused']);
  });
});

describe('A problem is not shown again', () => {
  test('while it lasts', () => {
    expect(numbers(begun().says(paused).for(60))).toEqual([['print-paused'], []]);
    expect(numbers(begun().says(paused).for(5).says(silent).for(4).says(paused).for(20))).toEqual([
      ['print-paused'],
      [],
    ]);
  });

  test('because of pauses at each layer for a picture', () => {
    const run = resumed();
    run.says((at) => printing(began, { state: 'paused', layer: Math.floor(at / (5 * SECOND)) })(at)).for(20);
    expect(run.kindsAgain()).toEqual([]);
  });

  test('because the user pauses the print here, resumes or cancels it', () => {
    for (const next of ['resumedAt', 'cancelledAt'] as const) {
      const run = resumed();
      const own = { ...noOwnActions, pausedAt: start + run.now };
      run.state = printOwnActions(run.state, 'Voron', own);
      run.says(paused).for(10);
      run.state = printOwnActions(run.state, 'Voron', { ...own, [next]: start + run.now });
      run.for(2).says(running).for(5);
      expect(run.kindsAgain(), next).toEqual([]);
      run.says(paused).for(5);
      expect(run.kindsAgain(), 'later by the printer').toEqual(['print-paused']);
    }
  });

  test('because the printer is switched off after its print', () => {
    const run = responding();
    run
      .says(ended('cancelled', began, 40 * MINUTE))
      .for(5)
      .says(idle)
      .for(5)
      .says(silent)
      .for(30);
    expect(run.kindsAgain()).toEqual([]);
  });

  test('because a printer whose access code was renewed is switched off', () => {
    const run = begun()
      .says(ended('cancelled', began, 30 * MINUTE))
      .for(5)
      .says(noLogin)
      .for(5)
      .says(idle)
      .for(5);
    run.alerts.splice(0);
    run.says(silent).for(30);
    expect(numbers(run)).toEqual([[], []]);
  });

  test('for a printer that is muted, off on purpose or often switched off', () => {
    for (const [list, problem, run] of [
      ['muted', paused, resumed()],
      ['off', paused, resumed()],
      ['oftenOff', silent, responding()],
    ] as const) {
      run.policy = { ...policy, [list]: new Set(['Voron']) };
      run.says(problem).for(30);
      expect(run.kindsAgain(), list).toEqual([]);
    }
  });

  test('if its kind is switched off, not even as another kind', () => {
    const run = resumed();
    run.policy = { ...policy, kinds: { ...policy.kinds, 'gadget-paused': false } };
    const from = run.now;
    run
      .says((at) => printing(began, { state: 'paused', progress: 25, gadgetPaused: (at - from) / SECOND })(at))
      .for(20);
    expect(numbers(run)).toEqual([['print-paused'], []]);
  });

  test('from what the printer said before the computer slept', () => {
    const run = resumed();
    run.policy = { ...policy, muted: new Set(['Voron']) };
    run.says(paused).for(5).sleep(540);
    run.policy = policy;
    run.says(running).for(10);
    expect(run.kindsAgain()).toEqual([]);
  });
});
