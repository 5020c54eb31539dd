import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeStartTurn } from '../../../src/startup/start-turn.ts';
import type { RequestResult } from '../../../src/status-command/exchange.ts';
import { type ClaimParts, claimProfile } from '../../../src/status-command/profile-lock.ts';
import type { Activity } from '../../../src/status-command/response-limit.ts';
import { socketPlaces } from '../../../src/status-command/socket-path.ts';

const isRoot = process.geteuid?.() === 0;
const nobody = 65_534;
let folder: string;
let profile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-lock-'));
  chmodSync(folder, 0o777);
  profile = join(folder, 'profile');
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  chmodSync(temporary, 0o777);
  vi.stubEnv('TMPDIR', temporary);
});

afterEach(() => {
  if (isRoot) process.seteuid?.(0);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A start whose requests are answered in this order; its steps are recorded. */
function startThatHears(...responses: readonly RequestResult['got'][] | readonly string[]) {
  const left = [...responses];
  const moves: string[] = [];
  let time = 0;
  const contacted: string[] = [];
  const parts = {
    places: socketPlaces(profile, 'linux', {}),
    handOver: (socketPath: string): RequestResult => {
      contacted.push(socketPath);
      const next = left.length > 1 ? left.shift() : left[0];
      if (next === 'no-response' || next === 'not-running') return { got: next };
      return { got: 'response', text: next ?? expect.unreachable('Asked once too often') };
    },
    listen: vi.fn(() => true),
    takeTurn: vi.fn((): (() => void) | null => () => {}),
    runningActivity: (): Activity | null => null,
    turnActivity: (): Activity | null => null,
    electronLock: null,
    moveTo: (to: string) => void moves.push(to),
    pause: (milliseconds: number) => {
      time += milliseconds;
    },
    elapsed: () => time,
  } satisfies ClaimParts;
  return { parts, moves, contacted, time: () => time };
}

const leaveSocket = (text = '') => {
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'status.sock'), text);
};

describe.skipIf(process.platform === 'win32')('A profile', () => {
  it('that is free is ours, without a request', () => {
    const { parts, contacted } = startThatHears();
    expect(claimProfile(profile, parts)).toEqual({ kind: 'first' });
    expect(contacted).toEqual([]);
    expect(parts.listen).toHaveBeenCalledOnce();
    expect(readdirSync(folder).sort()).toEqual(['profile', 'temporary']);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
  });

  it('is writable even if a killed start with the same process id left its trial file', () => {
    mkdirSync(profile);
    writeFileSync(join(profile, `.trial-${process.pid}`), '');
    expect(claimProfile(profile, startThatHears().parts)).toEqual({ kind: 'first' });
    expect(readdirSync(profile)).toEqual([`.trial-${process.pid}`]);
  });

  it('whose app responds is left to it', () => {
    leaveSocket();
    const { parts } = startThatHears('taken\n');
    expect(claimProfile(profile, parts)).toEqual({ kind: 'second' });
    expect(parts.listen).not.toHaveBeenCalled();
  });

  it('whose app was killed is ours, and its socket is tried once', () => {
    leaveSocket();
    const { parts, contacted } = startThatHears('not-running');
    expect(claimProfile(profile, parts)).toEqual({ kind: 'first' });
    expect(contacted).toHaveLength(1);
  });

  it('whose app is about to end is ours once it has ended', () => {
    leaveSocket();
    const { parts, time } = startThatHears('ending\n', 'ending\n', 'not-running');
    expect(claimProfile(profile, parts)).toEqual({ kind: 'first' });
    expect(time()).toBe(200);
  });

  it.each(['no-response', 'ending\n'])('whose app only answers %j is not waited for indefinitely', (output) => {
    leaveSocket();
    const { parts, time } = startThatHears(output);
    expect(claimProfile(profile, parts)).toEqual({ kind: 'no-answer' });
    expect(time()).toBeLessThan(11_000);
    expect(parts.listen).not.toHaveBeenCalled();
  });

  it('is left to another start that came first while this one waited', () => {
    leaveSocket('left');
    const { parts, contacted } = startThatHears('not-running', 'taken\n');
    parts.takeTurn.mockImplementationOnce(() => {
      rmSync(join(profile, 'status.sock'));
      leaveSocket('new');
      return () => {};
    });
    expect(claimProfile(profile, parts)).toEqual({ kind: 'second' });
    expect(contacted).toHaveLength(2);
  });

  it('is ours after a while if the lock is never released', () => {
    const { parts, time } = startThatHears();
    parts.takeTurn.mockReturnValue(null);
    expect(claimProfile(profile, parts)).toEqual({ kind: 'first' });
    expect(time()).toBeGreaterThanOrEqual(3_000);
    expect(time()).toBeLessThan(3_100);
  });

  it('whose app is starting slowly is left to it, however long that takes', () => {
    leaveSocket();
    const { parts, time } = startThatHears(...Array<'no-response'>(600).fill('no-response'), 'taken\n');
    const slow = { ...parts, runningActivity: () => ({ used: time() / 50, wants: true }) };
    expect(claimProfile(profile, slow)).toEqual({ kind: 'second' });
    expect(time()).toBe(60_000);
  });

  it('that another start is about to take is left to that one, however slow the computer', () => {
    const { parts, time } = startThatHears('taken\n');
    parts.takeTurn.mockImplementation(() => {
      if (time() < 30_000) return null;
      leaveSocket('new');
      return () => {};
    });
    const slow = { ...parts, turnActivity: () => ({ used: time() / 50, wants: true }) };
    expect(claimProfile(profile, slow)).toEqual({ kind: 'second' });
    expect(parts.listen).not.toHaveBeenCalled();
  });

  it('is ours if no socket can be created anywhere', () => {
    const { parts } = startThatHears();
    parts.listen.mockReturnValue(false);
    expect(claimProfile(profile, parts)).toEqual({ kind: 'first' });
  });

  it('that another start locked through Electron is left to it', () => {
    const { parts } = startThatHears();
    mkdirSync(profile);
    expect(() => claimProfile(profile, { ...parts, electronLock: () => false })).toThrow('No lock can be made');
    expect(parts.listen).not.toHaveBeenCalled();
  });

  it.each(['profile', 'profile/within'])('that cannot be a folder, as %s, is rejected', (path) => {
    writeFileSync(profile, 'A file');
    const { parts, moves } = startThatHears();
    expect(claimProfile(join(folder, path), parts)).toEqual({ kind: 'no-folder' });
    expect(moves).toHaveLength(1);
  });

  describe('that is read-only', () => {
    beforeEach(() => {
      mkdirSync(profile);
      chmodSync(profile, 0o555);
      if (isRoot) process.seteuid?.(nobody);
    });

    it('is ours, with a private folder for Chromium that is the same each time', () => {
      const first = startThatHears();
      expect(claimProfile(profile, first.parts)).toEqual({ kind: 'first-unsaved', code: 'EACCES' });
      const again = startThatHears();
      claimProfile(profile, again.parts);
      expect(again.moves).toEqual(first.moves);
      expect(statSync(first.moves[0] ?? '').mode & 0o777).toBe(0o700);
    });

    it('does not use a folder that others could have created', () => {
      const first = startThatHears();
      claimProfile(profile, first.parts);
      chmodSync(first.moves[0] ?? '', 0o777);
      const second = startThatHears();
      claimProfile(profile, second.parts);
      expect(second.moves).not.toEqual(first.moves);
      expect(statSync(second.moves[0] ?? '').mode & 0o777).toBe(0o700);
    });
  });
});

describe.runIf(process.platform === 'linux')('The start lock', () => {
  it('belongs to one app at a time, through any path', async () => {
    mkdirSync(profile);
    const giveBack = takeStartTurn(profile);
    expect(giveBack).not.toBeNull();
    expect(takeStartTurn(join(folder, 'temporary/../profile'))).toBeNull();
    giveBack?.();
    const again = takeStartTurn(profile);
    expect(again).not.toBeNull();
    again?.();
  });
});
