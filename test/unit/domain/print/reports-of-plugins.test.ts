import { describe, expect, test } from 'vitest';
import { noOwnActions, type OwnActions } from '../../../../src/domain/print/own-actions.ts';
import { printOwnActions } from '../../../../src/domain/print/print-alert-state.ts';
import { printRecordOf } from '../../../../src/domain/print/print-history.ts';
import { gadgetConcern } from '../../../../src/domain/print/print-progress.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { printing as benchy } from '../../../support/print/benchy.ts';
import { begun, ended, idle, PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';
import { failure, last, start, watched } from '../../../support/print/reports.ts';

const began = 5 * MINUTE;
const running = printing(began);
const statusOf = ({ state }: PrintAlertRun) => state.printers['Voron']?.status;

function acting(run: PrintAlertRun, own: Partial<OwnActions>): PrintAlertRun {
  run.state = printOwnActions(run.state, 'Voron', { ...noOwnActions, ...own });
  return run;
}

describe('An error without a running print is the printer’s', () => {
  test('if it is switched off after an end that nobody saw', () => {
    const run = begun()
      .says(ended('complete', began, 2 * HOUR))
      .sleep(480)
      .for(30);
    run.says(ended('error', began, 2 * HOUR)).for(10);
    expect(run.kinds()).toEqual(['print-finished']);
    expect(printRecordOf(statusOf(run)?.print ?? null)?.result).toBe('finished');
  });

  test('if it is switched off after its print was cancelled at the printer', () => {
    const left = { id: `p${began}`, file: 'benchy.gcode', progress: 0, duration: 0, left: -1 };
    const run = begun().says({ state: 'idle', ...left });
    run
      .for(60)
      .says({ state: 'error', ...left })
      .for(10);
    expect(run.kinds()).toEqual([]);
    expect(statusOf(run)?.kind).toBe('idle');
  });

  test('if it is switched off after a print that was seen to end', () => {
    const run = begun()
      .says(ended('complete', began, 30 * MINUTE))
      .for(60);
    run.says(ended('error', began, 30 * MINUTE)).for(10);
    expect(run.kinds()).toEqual(['print-finished']);
    expect([statusOf(run)?.kind, statusOf(run)?.print?.ended?.result]).toEqual(['idle', 'finished']);
  });

  test('if it never printed', () => {
    const error = { state: 'error', file: '', progress: 0, duration: 0, left: -1 };
    const run = new PrintAlertRun().says(idle).for(60).says(error).for(10);
    expect([run.kinds(), statusOf(run)?.kind, statusOf(run)?.print]).toEqual([[], 'idle', null]);
  });

  test('if it was seen idle since its last print, which it still names', () => {
    const left = { id: 'old', start: start / 1_000 - 7_200, file: 'old', progress: 0, duration: 0, left: -1 };
    const run = new PrintAlertRun().says({ state: 'idle', ...left }).for(60);
    run.says({ state: 'error', ...left }).for(10);
    expect([run.kinds(), statusOf(run)?.kind, statusOf(run)?.print]).toEqual([[], 'idle', null]);
    run.says(idle).for(5);
    const next = { id: 'new', file: 'new', start: (start + run.now) / 1_000, progress: 1, duration: 30, left: 900 };
    run.says({ state: 'error', ...next }).for(5);
    expect(run.kinds()).toEqual(['print-failed']);
  });

  test('but a running print that ends with one has failed, with an id or without', () => {
    expect(
      begun()
        .says(ended('error', began, 30 * MINUTE))
        .for(5)
        .kinds(),
    ).toEqual(['print-failed']);
    const nameless = (at: number) => ({ ...running(at), id: null });
    const run = new PrintAlertRun().says(idle).for(5).says(nameless).for(30);
    run.says({ ...nameless(run.now), state: 'error' }).for(5);
    expect(run.kinds()).toEqual(['print-failed']);
  });
});

describe('A print that goes on after an error', () => {
  const error = printing(began, { state: 'error', error: 'Filament Run Out', progress: 25 });

  test('has not failed, and a silent notification says so if it stops again', () => {
    const run = begun().says(error).for(20).says(running).for(10);
    expect([run.kinds(), statusOf(run)?.kind]).toEqual([['print-failed'], 'printing']);
    run.says(error).for(60).says(running).for(10);
    expect([run.kinds(), run.kindsAgain()]).toEqual([['print-failed'], ['print-failed']]);
    run.says(ended('complete', began, 2 * HOUR)).for(10);
    expect(run.kinds().at(-1)).toBe('print-finished');
  });

  test('is not reported again after a single odd response', () => {
    let count = 0;
    const run = begun().says(error).for(5);
    run.says((at) => {
      count += 1;
      return count === 1 ? running(at) : error(at);
    });
    expect(run.for(30).kinds()).toEqual(['print-failed']);
  });

  test('leaves room for other problems, however often that happens', () => {
    const run = begun();
    for (let count = 0; count < 40; count += 1) run.says(error).for(4).says(running).for(4);
    expect(run.kinds()).toEqual(['print-failed']);
    expect(run.kindsAgain().length).toBeLessThanOrEqual(12);
    run.says(printing(began, { state: 'paused', progress: 60 })).for(5);
    expect(run.kinds()).toEqual(['print-failed', 'print-paused']);
  });

  test('was cancelled, if the user just did that here', () => {
    const run = acting(begun(), { cancelledAt: start + 35 * MINUTE });
    expect(run.says(error).for(20).kinds()).toEqual([]);
  });
});

describe('After quiet time', () => {
  const quietUntil = start + 300 * MINUTE;

  test.each(['error', 'paused'])('what needs an action comes after the end of the print before: %s', (state) => {
    const run = begun();
    run.policy = { ...policy, quietUntil };
    run.says(ended('complete', began, 30 * MINUTE)).for(20);
    const next = run.now;
    run.says(printing(next)).for(60);
    run.says(state === 'error' ? ended('error', next, HOUR) : printing(next, { state, progress: 50 })).for(250);
    expect(run.kinds()).toEqual(['print-finished', state === 'error' ? 'print-failed' : 'print-paused']);
  });

  test('a failed print is reported before the next one, which is paused', () => {
    const run = begun();
    run.policy = { ...policy, quietUntil };
    run.says(ended('error', began, 30 * MINUTE)).for(20);
    const next = run.now;
    run
      .says(printing(next))
      .for(60)
      .says(printing(next, { state: 'paused', progress: 50 }))
      .for(250);
    expect(run.kinds()).toEqual(['print-failed', 'print-paused']);
  });
});

describe('Gadget’s pause', () => {
  const pausedAt = (moment: number) => (at: number) =>
    printing(began, { state: 'paused', progress: 31, gadgetPaused: (at - moment) / SECOND })(at);

  test.each([
    ['a restart', (run: PrintAlertRun) => run.restart(30)],
    ['a printer that does not respond for a while', (run: PrintAlertRun) => run],
  ])('is reported once, across %s', (name, interrupt) => {
    const run = begun();
    const paused = pausedAt(run.now);
    run.says(paused).for(10);
    if (name.startsWith('a printer')) run.says(failure('printer-not-answering', 785)).for(3).says(paused);
    interrupt(run).for(20);
    expect([run.kinds(), run.kindsAgain()]).toEqual([['gadget-paused'], []]);
  });

  test('is Gadget’s even if the computer slept then', () => {
    const run = begun();
    const moment = run.now + 60 * MINUTE;
    run.says(pausedAt(moment)).sleep(480).for(20);
    expect(run.kinds()).toEqual(['gadget-paused']);
    expect(run.alerts[0]?.printEvents[0]?.since).toBe(start + moment);
    const status = statusOf(run);
    expect(status === undefined ? null : gadgetConcern(status)).toBe('paused');
  });

  test('is over once the print has run again: the next pause is another one', () => {
    const run = begun();
    const moment = run.now;
    run.says(pausedAt(moment)).for(10);
    run.says((at) => ({ ...running(at), gadgetPaused: (at - moment) / SECOND })).for(20);
    run.says(pausedAt(moment)).for(10);
    expect(run.kinds()).toEqual(['gadget-paused', 'print-paused']);
  });
});

describe('Gadget’s warning', () => {
  const warnedAt = (moment: number) => (at: number) => printing(began, { warned: (at - moment) / SECOND })(at);

  test('is no news after half an hour: at the first check, or after quiet time', () => {
    const first = new PrintAlertRun();
    first.now = 100 * MINUTE;
    expect(
      first
        .says(warnedAt(10 * MINUTE))
        .for(10)
        .kinds(),
    ).toEqual([]);
    const quiet = begun();
    quiet.policy = { ...policy, quietUntil: start + 110 * MINUTE };
    expect(
      quiet
        .says(warnedAt(36 * MINUTE))
        .for(90)
        .kinds(),
    ).toEqual([]);
  });

  test('is reported if it is recent', () => {
    const quiet = begun();
    quiet.policy = { ...policy, quietUntil: start + 60 * MINUTE };
    expect(
      quiet
        .says(warnedAt(36 * MINUTE))
        .for(40)
        .kinds(),
    ).toEqual(['gadget-warning']);
  });
});

test('a missing login is reported once, across restarts, until one works', () => {
  const noLogin = failure('no-printer-login', 789);
  const run = new PrintAlertRun().says(idle).for(5).says(noLogin).for(60);
  for (let count = 0; count < 3; count += 1) run.restart(600).for(30);
  expect(run.kinds()).toEqual(['printer-not-answering']);
  run.says(idle).for(30).says(noLogin).for(30);
  expect(run.kinds()).toHaveLength(2);
});

test('the user’s own pause is not reported after a restart, the next one is', () => {
  const run = acting(begun(), { pausedAt: start + 35 * MINUTE });
  run
    .says(printing(began, { state: 'paused', progress: 25 }))
    .for(20)
    .restart(600)
    .for(20);
  expect(run.kinds()).toEqual([]);
  run
    .says(running)
    .for(20)
    .says(printing(began, { state: 'paused', progress: 60 }))
    .for(20);
  expect(run.kinds()).toEqual(['print-paused']);
});

describe('The length of a print whose end was not seen', () => {
  const seen = [0, benchy(10)] as const;
  const night = 8 * 3_600;

  test('is what the printer reports, or unknown', () => {
    const reported = last([seen, [night, { state: 'complete', id: 'a', progress: 100, duration: 7_200 }]]);
    expect(printRecordOf(reported.print)?.duration).toBe(2 * HOUR);
    const silent = last([seen, [night, { state: 'complete', id: 'a', progress: 100 }]]);
    expect(printRecordOf(silent.print)?.duration).toBeNull();
    const left = last([seen, [night, { state: 'idle', id: 'a', progress: 100, duration: 7_200, left: 0 }]]);
    expect(printRecordOf(left.print)?.duration).toBe(2 * HOUR);
  });

  test('is the last one seen if that was just before', () => {
    const exact = last([
      [0, benchy(119)],
      [60, { state: 'complete', id: 'a', progress: 100, duration: 90_000 }],
    ]);
    expect(printRecordOf(exact.print)?.duration).toBe(119 * MINUTE);
  });
});

test('layers left over from the print before do not stay', () => {
  const job = { state: 'printing', id: 'a', file: 'x' };
  const seen = watched([
    [0, { ...job, progress: 100, duration: 5, left: 0, layer: 515, layers: 515 }],
    [60, { ...job, progress: 1, duration: 65, left: 6_000, layer: 1, layers: 200 }],
    [1_200, { ...job, progress: 20, duration: 1_205, left: 4_800, layer: 40, layers: 200 }],
  ]);
  expect(seen.at(-1)?.print).toMatchObject({ layer: 40, totalLayers: 200, firstLayer: 1 });
});

describe('Layers left over from the print before', () => {
  const job = { state: 'printing', id: 'b', file: 'x', layers: 515 };
  const growing = (first: number) =>
    Array.from({ length: 20 }, (_, minute) => {
      const duration = 30 + minute * 60;
      return [
        first + minute * 60,
        { ...job, progress: minute, duration, left: 6_000 - duration, layer: 1 + 4 * minute },
      ];
    }) as unknown as Parameters<typeof watched>[0];

  test('do not stay if the same file is printed again', () => {
    const seen = watched([[0, { ...job, progress: 0.1, duration: 10, left: 5_990, layer: 515 }], ...growing(60)]);
    expect(seen.map(({ print }) => print?.layer).slice(1)).toEqual([
      515,
      5,
      ...Array.from({ length: 18 }, (_, n) => 9 + 4 * n),
    ]);
    expect(seen.at(-1)?.print?.firstLayer).toBe(5);
  });

  test('nor those after warming up, nor a single wrong one', () => {
    const warming = { ...job, state: 'warmingup', progress: 100, duration: 6_000, left: 0, layer: 515 };
    const left = { ...job, progress: 0, duration: 0, left: 6_000, layer: 515 };
    expect(watched([[0, warming], [120, left], ...growing(180)]).at(-1)?.print?.layer).toBe(77);
    const wrong = { ...job, layers: null, progress: 1, duration: 40, left: 5_900, layer: 999_999 };
    const seen = watched([[0, { ...wrong, layer: 1 }], [20, wrong], ...growing(60)]);
    expect(seen.at(-1)?.print?.layer).toBe(77);
  });

  test('and a nozzle that is lifted between two reports does not lower the layer', () => {
    const at = (layer: number, seconds: number) =>
      [seconds, { ...job, progress: 10, duration: 600 + seconds, left: 5_000 - seconds, layer }] as const;
    const seen = watched([at(50, 0), at(52, 20), at(51, 40), at(51, 60), at(52, 80)]);
    expect(seen.map(({ print }) => print?.layer)).toEqual([50, 52, 52, 52, 52]);
  });
});

test('a print that starts with the figures of the one before is one print', () => {
  const run = new PrintAlertRun().says(idle).for(5);
  run.says({ state: 'printing', id: 'b', file: 'x', progress: 100, duration: 6_000, left: 0 }).for(2);
  const states = [30, 90, 150].map((duration) => {
    run
      .says({ state: 'printing', id: 'b', file: 'x', progress: duration / 60, duration, left: 6_000 - duration })
      .for(1);
    return statusOf(run);
  });
  expect(states.map((status) => printRecordOf(status?.former ?? null))).toEqual([null, null, null]);
  expect(new Set(states.map((status) => status?.print?.seenAt)).size).toBe(1);
  expect(states.at(-1)?.print?.duration).toBe(150 * SECOND);
});

test('a duration left over from the print before is not that of one that warms up', () => {
  const warming = { state: 'warmingup', id: 'b', file: 'x', progress: 100, duration: 7_300 };
  expect(
    last([
      [0, idle],
      [300, warming],
    ]).print?.startedAt,
  ).toBe(start + 300 * SECOND);
});

test('a print that its printer names differently at the end is finished once', () => {
  const run = new PrintAlertRun().says(idle).for(5).says(running).for(118);
  run.says(ended('complete', began, 2 * HOUR, { file: 'plate_1' })).for(20);
  expect(run.kinds()).toEqual(['print-finished']);
});
