import { describe, expect, it } from 'vitest';
import { readFlags } from '../../../src/startup/flags.ts';
import { demoArguments, restartArguments } from '../../../src/startup/restart-arguments.ts';

describe('The arguments of the demo', () => {
  it('are added, with an open window', () => {
    expect(demoArguments(['.', '--no-sandbox'], true)).toEqual(['.', '--no-sandbox', '--demo', '--show']);
    expect(demoArguments(['--hidden', 'octoglance://connected?state=1'], true)).toEqual(['--demo', '--show']);
  });

  it('are removed again', () => {
    expect(demoArguments(['.', '--demo', '--show', '--status-stream'], false)).toEqual([
      '.',
      '--status-stream',
      '--show',
    ]);
  });

  it('are not repeated', () => {
    expect(demoArguments(['--demo', '--show'], true)).toEqual(['--demo', '--show']);
  });
});

describe('The arguments of a restart after too many errors', () => {
  it('keep the original flags, and the state of the window', () => {
    expect(restartArguments(['.', '--demo', '--show', 'octoglance://connected?state=1'], false, 5)).toEqual([
      '.',
      '--demo',
      '--hidden',
      '--restarted-at=5',
    ]);
    expect(restartArguments(['--hidden'], true, 5)).toEqual(['--show', '--restarted-at=5']);
  });

  it('contain the time, and only the last one', () => {
    const again = restartArguments(restartArguments(['.'], true, 5), true, 1_790_000_000_000);
    expect(again).toEqual(['.', '--show', '--restarted-at=1790000000000']);
    expect(readFlags(again)).toMatchObject({ show: true, restartedAt: 1_790_000_000_000 });
  });

  it.each(['', 'x', '-5', '1e999', '9'.repeat(40)])('are ignored with the time %j', (time) => {
    expect(readFlags([`--restarted-at=${time}`]).restartedAt).toBeNull();
  });
});
