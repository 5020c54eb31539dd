import { describe, expect, it } from 'vitest';
import { demoArguments } from '../../../src/startup/demo-arguments.ts';

describe('The arguments of the demo', () => {
  it('are added, with an open window', () => {
    expect(demoArguments(['.', '--no-sandbox'], true)).toEqual(['.', '--no-sandbox', '--demo', '--show']);
    expect(demoArguments(['--hidden', 'octoglance://connected?state=1'], true)).toEqual(['--demo', '--show']);
  });

  it('are taken away again', () => {
    expect(demoArguments(['.', '--demo', '--show', '--status-stream'], false)).toEqual([
      '.',
      '--status-stream',
      '--show',
    ]);
  });

  it('are not doubled', () => {
    expect(demoArguments(['--demo', '--show'], true)).toEqual(['--demo', '--show']);
  });
});
