import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE, type Milliseconds } from '../../../src/domain/time.ts';
import type { Installation, UpdateState } from '../../../src/domain/updates.ts';
import { readFeedAddress } from '../../../src/updates/feed-address.ts';
import { type Releases, UpdateWatch } from '../../../src/updates/update-watch.ts';

const start = Date.UTC(2026, 6, 1, 12);

/** A watch on its own virtual time, whose releases give these answers in order. */
function watched({
  installation = 'replaces-itself' as Installation,
  responses = [] as readonly (string | null | Error)[],
  download = async () => {},
  canRestart = true,
  lastCheckedAt = null as Instant | null,
}) {
  let now = start;
  let looked = lastCheckedAt;
  // Runs by running time, as real ones do.
  let timer: { left: Milliseconds; readonly due: () => void } | null = null;
  let timersSet = 0;
  let leftUninstalled = 0;
  const left = [...responses];
  const states: UpdateState[] = [];
  const failures: unknown[] = [];
  const looks: Instant[] = [];
  const settings = { daily: true };
  const releases: Releases = {
    newer: async () => {
      looks.push(now - start);
      const response = left.shift() ?? null;
      if (response instanceof Error) throw response;
      return response;
    },
    download,
    leaveUninstalled: () => {
      leftUninstalled += 1;
    },
  };
  const watch = new UpdateWatch({
    installation,
    releases: async () => releases,
    canRestart,
    steps: async (version) => ({ file: `octoglance-${version}.deb`, command: null }),
    wanted: () => settings.daily,
    lastCheckedAt: () => looked,
    saveLastCheckedAt: (at) => {
      looked = at;
    },
    clock: { now: () => now },
    timer: {
      set: (delay, due) => {
        timersSet += 1;
        timer = { left: delay, due };
      },
      clear: () => {
        timer = null;
      },
    },
    failed: (error) => failures.push(error),
  });
  watch.onChange((state) => states.push(state));
  const pass = async (length: number) => {
    let left = length;
    while (timer !== null && timer.left <= left) {
      now += timer.left;
      left -= timer.left;
      const { due } = timer;
      timer = null;
      due();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    now += left;
    if (timer !== null) timer.left -= left;
  };
  const setClock = (at: Instant) => {
    now = at;
  };
  const counts = { timersSet: () => timersSet, leftUninstalled: () => leftUninstalled };
  return { watch, states, failures, looks, settings, pass, setClock, ...counts };
}

describe('The update check', () => {
  it('runs some time after the start and then once a day', async () => {
    const { watch, looks, pass } = watched({});
    watch.plan();
    await pass(3 * DAY);
    expect(looks).toEqual([10 * MINUTE, 10 * MINUTE + DAY, 10 * MINUTE + 2 * DAY]);
  });

  it('does not run again that day after a restart', async () => {
    const { watch, looks, pass } = watched({ lastCheckedAt: start - HOUR });
    watch.plan();
    await pass(22 * HOUR);
    expect(looks).toEqual([]);
    await pass(2 * HOUR);
    expect(looks).toEqual([23 * HOUR]);
  });

  it('is off when switched off, except on request', async () => {
    const { watch, looks, settings, pass, states } = watched({ responses: [null] });
    watch.plan();
    settings.daily = false;
    watch.plan();
    await pass(30 * DAY);
    expect(looks).toEqual([]);
    await watch.check();
    await pass(30 * DAY);
    expect(looks).toEqual([30 * DAY]);
    expect(states).toEqual([{ kind: 'looking' }, { kind: 'newest' }]);
  });

  it('is not scheduled in a checkout', async () => {
    const { watch, looks, pass } = watched({ installation: 'none' });
    watch.plan();
    await pass(9 * DAY);
    expect(looks).toEqual([]);
  });

  it('downloads an update, and then stops', async () => {
    const { watch, looks, states, pass } = watched({ responses: ['1.2.3'] });
    watch.plan();
    await pass(5 * DAY);
    expect(states.map(({ kind }) => kind)).toEqual(['looking', 'downloading', 'ready']);
    expect(watch.state()).toEqual({ kind: 'ready', version: '1.2.3', canRestart: true });
    expect(looks).toHaveLength(1);
  });

  it('leaves an update for later before a restart where an installer would end the restarted app', async () => {
    const windows = watched({ responses: ['1.2.3'], canRestart: false });
    windows.watch.beforeRestart();
    await windows.watch.check();
    expect([windows.watch.state().kind, windows.leftUninstalled()]).toEqual(['ready', 0]);
    windows.watch.beforeRestart();
    expect(windows.leftUninstalled()).toBe(1);
    const linux = watched({ responses: ['1.2.3'] });
    await linux.watch.check();
    linux.watch.beforeRestart();
    expect(linux.leftUninstalled()).toBe(0);
  });

  it('counts less than a version that the user has installed meanwhile', async () => {
    const { watch, looks, states, pass } = watched({ installation: 'notify-only', responses: ['1.2.3', '1.2.4'] });
    watch.plan();
    await pass(HOUR);
    const check = watch.check();
    watch.installed('1.2.3');
    await check;
    await pass(3 * DAY);
    expect(watch.state()).toEqual({ kind: 'installed', version: '1.2.3' });
    expect(states.at(-1)).toEqual({ kind: 'installed', version: '1.2.3' });
    expect(looks).toHaveLength(2);
  });

  it('only notifies if something else manages the app, and keeps checking', async () => {
    const download = async () => expect.unreachable();
    const { watch, pass } = watched({ installation: 'notify-only', responses: ['1.2.3', '1.2.4'], download });
    watch.plan();
    await pass(HOUR);
    expect(watch.state()).toEqual({
      kind: 'available',
      version: '1.2.3',
      steps: { file: 'octoglance-1.2.3.deb', command: null },
    });
    await pass(DAY);
    expect(watch.state()).toEqual({
      kind: 'available',
      version: '1.2.4',
      steps: { file: 'octoglance-1.2.4.deb', command: null },
    });
  });

  it('retries hours after a failure, silently', async () => {
    let broken = true;
    const download = async () => {
      if (broken) throw new Error('The hash is another one');
    };
    const responses = [new Error('No network'), '1.2.3', '1.2.3'];
    const { watch, looks, failures, states, pass } = watched({ responses, download });
    watch.plan();
    await pass(5 * HOUR);
    expect(failures).toHaveLength(2);
    expect(states.map(({ kind }) => kind)).toEqual(['looking', 'failed', 'looking', 'downloading', 'failed']);
    broken = false;
    await pass(4 * HOUR);
    expect(watch.state()).toEqual({ kind: 'ready', version: '1.2.3', canRestart: true });
    expect(looks).toEqual([10, 250, 490].map((minutes) => minutes * MINUTE));
  });

  it('is not delayed for years by a clock that is set back', async () => {
    const { watch, looks, pass, setClock } = watched({ lastCheckedAt: start + 300 * DAY });
    watch.plan();
    await pass(HOUR);
    expect(looks).toHaveLength(1);
    setClock(start - 365 * DAY);
    watch.plan();
    await pass(366 * DAY);
    expect(looks.length).toBeGreaterThan(1);
  });

  it('runs on the same day and sets no timers in a row if the clock was years ahead at the start', async () => {
    const { watch, looks, pass, setClock, timersSet } = watched({});
    watch.plan();
    await pass(MINUTE);
    setClock(start - 730 * DAY);
    await pass(HOUR);
    expect(looks).toHaveLength(1);
    expect(timersSet()).toBeLessThan(5);
  });
});

it.each([
  ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000/'],
  ['http://localhost:4000/feed', 'http://localhost:4000/feed'],
  ['https://updates.example.com/', null],
  ['file:///tmp/feed', null],
  ['nonsense', null],
  ['', null],
])('The feed %j in the environment counts as %j', (text, address) => {
  expect(readFeedAddress({ OCTOGLANCE_UPDATES: text })?.href ?? null).toBe(address);
});
