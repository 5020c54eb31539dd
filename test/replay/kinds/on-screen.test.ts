import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/demo/replay.ts';
import { inOrder, type TraceEvent } from '../../../src/demo/trace.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { Screen } from '../proof/screen.ts';
import { answer, end, link, names } from './kind.ts';

/* What the notifications on the screen say at a certain moment, for a user who never dismisses any. */

/** Returns the texts on the screen at `at` seconds. */
async function screenAt(at: number, events: readonly TraceEvent[]): Promise<readonly string[]> {
  let screen: Screen | null = null;
  const trace = inOrder([...events.filter((event) => event.at < at), ...end(at)]);
  await replay(trace, () => {}, {
    started: (run) => {
      screen = new Screen(run);
      return screen;
    },
  });
  return (screen as Screen | null)?.texts() ?? [];
}

const titles = (texts: readonly string[]) => texts.map((text) => text.slice(0, text.indexOf(':')));
const six = names(6);

describe('A printer that is disconnected twice within the hour, each time for ten minutes or more', () => {
  const twice = [...link(0, 'up', 'V', 'W'), ...link(600, 'down', 'V'), ...link(1_200, 'up', 'V')];

  it('is still shown as disconnected after it was called unstable, as long as that lasts', async () => {
    const gone = [...twice, ...link(2_400, 'down', 'V')];
    for (const at of [3_300, 7_000, 20_000])
      expect(titles(await screenAt(at, gone)), `${at} s`).toEqual(['V disconnected', 'V keeps disconnecting']);
  });

  it('is shown as connected again when it is', async () => {
    const back = [...twice, ...link(2_400, 'down', 'V'), ...link(3_060, 'up', 'V')];
    expect(titles(await screenAt(4_000, back))).toContain('V is connected again');
    expect(titles(await screenAt(4_000, back))).not.toContain('V disconnected');
  });

  it('is not shown as disconnected after it is back, if no notification about that is wanted', async () => {
    const topics = { ...defaultSettings.topics, recovered: false };
    const unwanted = { at: 0, setting: { topics } } as TraceEvent;
    const back = [unwanted, ...twice, ...link(2_400, 'down', 'V'), ...link(3_060, 'up', 'V')];
    expect(titles(await screenAt(4_000, back))).not.toContain('V disconnected');
  });
});

describe('Printers that come back one after the other from the second power cut of an hour', () => {
  const cuts = [
    ...link(0, 'up', ...six),
    ...link(600, 'down', ...six),
    ...link(900, 'up', ...six),
    ...link(2_400, 'down', ...six),
    ...six.flatMap((name, index) => link(2_700 + index * 60, 'up', name)),
  ];

  it('are counted together', async () => {
    expect(titles(await screenAt(2_900, cuts))).toEqual(['3 printers disconnected']);
    expect((await screenAt(2_900, cuts))[0]).toContain('3 of 6 printers are connected again');
    expect(titles(await screenAt(3_300, cuts))).toEqual(['6 printers are connected again']);
  });

  it('are not counted while they are disconnected again', async () => {
    const again = [...cuts, ...link(2_820, 'down', 'P0')];
    const ends = (await screenAt(3_300, again)).filter((text) => text.includes('connected again'));
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatch(/^5 of 6 printers are connected again: P1/);
  });
});

describe('A printer that is reported as disconnected and then marked as off', () => {
  const lost = [...link(0, 'up', 'V', 'W', 'X'), ...link(600, 'down', 'V')];
  const off = { at: 1_000, printer: 'V', user: 'off-on-purpose' } as TraceEvent;

  it('is no longer shown as disconnected', async () => {
    expect(titles(await screenAt(1_200, lost))).toEqual(['V disconnected']);
    expect(await screenAt(1_200, [...lost, off])).toEqual([]);
  });

  it('does not take the others with it', async () => {
    const several = [...lost, ...link(600, 'down', 'W'), off];
    expect(titles(await screenAt(1_200, several))).toEqual(['2 printers disconnected']);
    expect(titles(await screenAt(1_200, [...several, { at: 1_010, printer: 'W', user: 'often-off' }]))).toEqual([]);
  });
});

describe('“Only this one”', () => {
  const both = [...link(0, 'up', 'V', 'W', 'X')];

  it('is said if all others are known to be connected since', async () => {
    expect((await screenAt(1_000, [...both, ...link(600, 'down', 'V')]))[0]).toContain('Only this one.');
  });

  it('is not said if nothing is known about another one since', async () => {
    const silent = [...both, ...answer(570, 503, 'W'), ...link(600, 'down', 'V')];
    expect((await screenAt(1_000, silent))[0]).toMatch(
      /^V disconnected: Not connected to OctoEverywhere since [^.]+\.$/,
    );
  });
});
