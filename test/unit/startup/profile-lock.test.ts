import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimProfile } from '../../../src/startup/profile-lock.ts';

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

/** Chromium's lock, which answers in this order; `moves` are the folders it was sent to. */
function lockThatAnswers(...answers: readonly boolean[]) {
  const left = [...answers];
  const moves: string[] = [];
  const request = () => left.shift() ?? expect.unreachable('The lock was asked once too often');
  return { request, moves, moveTo: (to: string) => void moves.push(to) };
}

const heldBy = (computer: string, processId: number) => {
  mkdirSync(profile);
  symlinkSync(`${computer}-${processId}`, join(profile, 'SingletonLock'));
};

describe.skipIf(process.platform === 'win32')('A profile', () => {
  it('that nobody has is ours, and nothing is looked at', () => {
    expect(claimProfile(profile, lockThatAnswers(true))).toEqual({ kind: 'first' });
    expect(readdirSync(folder)).toEqual(['temporary']);
  });

  it('whose app runs is left to it', () => {
    heldBy(hostname(), process.pid);
    expect(claimProfile(profile, lockThatAnswers(false))).toEqual({ kind: 'second' });
  });

  it('whose app ended this moment is ours at the second question', () => {
    heldBy(hostname(), spawnSync('true').pid);
    expect(claimProfile(profile, lockThatAnswers(false, true))).toEqual({ kind: 'first' });
    expect(readdirSync(profile)).toEqual(['SingletonLock']);
  });

  it('locked by another computer counts as locked by nobody', () => {
    heldBy('another-computer', process.pid);
    expect(claimProfile(profile, lockThatAnswers(false, true))).toEqual({ kind: 'first' });
  });

  it.each(['profile', 'profile/within'])('that cannot be a folder, as %s, is no profile', (path) => {
    writeFileSync(profile, 'A file');
    const lock = lockThatAnswers(false);
    expect(claimProfile(join(folder, path), lock)).toEqual({ kind: 'no-folder' });
    expect(lock.moves).toHaveLength(1);
  });

  describe('that may not be written', () => {
    beforeEach(() => {
      mkdirSync(profile);
      chmodSync(profile, 0o555);
      if (isRoot) process.seteuid?.(nobody);
    });

    it('is ours, with Chromium in a folder of its own, the same each time and closed to others', () => {
      const lock = lockThatAnswers(false, true);
      expect(claimProfile(profile, lock)).toEqual({ kind: 'first-unsaved', code: 'EACCES' });
      const again = lockThatAnswers(false, true);
      claimProfile(profile, again);
      expect(again.moves).toEqual(lock.moves);
      expect(statSync(lock.moves[0] ?? '').mode & 0o777).toBe(0o700);
    });

    it('is left to the app that runs in the other folder', () => {
      const first = lockThatAnswers(false, true);
      claimProfile(profile, first);
      symlinkSync(`${hostname()}-${process.pid}`, join(first.moves[0] ?? '', 'SingletonLock'));
      expect(claimProfile(profile, lockThatAnswers(false, false))).toEqual({ kind: 'second' });
    });

    it('says so when there is no lock to be had anywhere', () => {
      expect(() => claimProfile(profile, lockThatAnswers(false, false))).toThrow('No lock can be made');
    });

    it('keeps out of a folder that others could have put there', () => {
      const first = lockThatAnswers(false, true);
      claimProfile(profile, first);
      chmodSync(first.moves[0] ?? '', 0o777);
      const second = lockThatAnswers(false, true);
      claimProfile(profile, second);
      expect(second.moves).not.toEqual(first.moves);
      expect(statSync(second.moves[0] ?? '').mode & 0o777).toBe(0o700);
    });
  });
});
