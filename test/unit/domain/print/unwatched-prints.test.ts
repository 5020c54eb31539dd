import { describe, expect, test } from 'vitest';
import { printNotYetRequested } from '../../../../src/domain/print/print-status.ts';
import { MINUTE } from '../../../../src/domain/time.ts';
import { printing } from '../../../support/print/benchy.ts';
import { failure, last, start, watched } from '../../../support/print/reports.ts';

describe('a print that nobody watched', () => {
  test('is not finished if the idle printer reports 100 % but half an hour left', () => {
    const found = (left: number) =>
      last([
        [0, printing(60)],
        [60, printing(61)],
        [4 * 3_600, { state: 'idle', id: 'a', progress: 100, left }],
      ]).print?.ended?.result;
    expect([found(0), found(120), found(1_800)]).toEqual(['finished', 'finished', 'unknown']);
  });

  test('that ended during sleep is finished at about the time of its duration', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, { state: 'complete', id: 'a', progress: 100, duration: 7_260 }],
    ]);
    expect(woken.print?.ended).toMatchObject({ result: 'finished', at: start + 61 * MINUTE, exact: false });
  });

  test('that ended during sleep is finished if the idle printer reports all of it done', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, { state: 'idle', id: 'a', progress: 100 }],
    ]);
    expect(woken.print?.ended).toMatchObject({ result: 'finished', at: start + 60 * MINUTE, exact: false });
  });

  test('that ended during sleep without a trace has an unknown result', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, { state: 'idle' }],
    ]);
    expect(woken).toMatchObject({ kind: 'idle', print: { ended: { result: 'unknown' } } });
  });

  test('is not judged by the figures of a later print, which only its file name tells apart', () => {
    const found = (file: string) =>
      last([
        [0, printing(60, { id: null })],
        [8 * 3_600, { state: 'idle', file, progress: 100, duration: 4 * 3_600, left: 0 }],
      ]).print?.ended;
    expect(found('benchy.gcode')).toMatchObject({ result: 'finished', at: start + 180 * MINUTE });
    expect(found('vase.gcode')).toMatchObject({ result: 'unknown', at: start + 60 * MINUTE });
  });

  test('is replaced by the next print after sleep', () => {
    const woken = last([
      [0, printing(60)],
      [8 * 3_600, printing(30, { id: 'b' })],
    ]);
    expect(woken.print).toMatchObject({ id: 'b', progress: 25 });
    expect(woken.former).toMatchObject({ id: 'a', ended: { result: 'unknown' } });
  });

  test('continues after a restart of the app, without going back', () => {
    const { print } = last([[0, printing(60)]]);
    const restarted = printNotYetRequested(start + 600_000, print);
    const after = last([[660, printing(59, { duration: 71 * 60 })]], restarted);
    expect(after.print).toMatchObject({ seenAt: start, progress: 50 });
  });

  test('continues after its printer was switched off and on', () => {
    const seen = watched([
      [0, printing(60)],
      [60, failure('printer-not-answering', 785)],
      [600, failure('printer-not-answering', 785)],
      [660, printing(61, { duration: 71 * 60 })],
    ]);
    expect(seen.map(({ kind, since }) => [kind, since - start])).toEqual([
      ['printing', 0],
      ['not-answering', 60_000],
      ['not-answering', 60_000],
      ['printing', 660_000],
    ]);
    expect(new Set(seen.map(({ print }) => print?.seenAt)).size).toBe(1);
  });
});
