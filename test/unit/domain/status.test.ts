import { describe, expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { nextStatus, notYetChecked } from '../../../src/domain/status.ts';
import { info, minute, now, offline, online, refused, rules, silent, status } from '../../support/domain/statuses.ts';

describe('refusals', () => {
  it('are not believed before a second one at least the confirmation time later', () => {
    const first = nextStatus(status('online'), refused, now, rules);
    const tooSoon = nextStatus(first, refused, now + rules.confirmRefusal - 1, rules);
    const confirmed = nextStatus(tooSoon, refused, now + rules.confirmRefusal, rules);
    expect([first.kind, tooSoon.kind, confirmed.kind]).toEqual(['online', 'online', 'reconnect-needed']);
    expect(confirmed.refusal).toEqual({ status: 604, firstAt: now, lastAt: now + rules.confirmRefusal });
  });

  it('are confirmed even with silence in between', () => {
    const first = nextStatus(status('online'), refused, now, rules);
    const silence = nextStatus(first, silent, now + minute, rules);
    expect(nextStatus(silence, refused, now + 2 * minute, rules).kind).toBe('reconnect-needed');
  });

  it('are forgotten after a usable answer', () => {
    const first = nextStatus(status('online'), refused, now, rules);
    const healed = nextStatus(first, online, now + minute, rules);
    expect(healed.refusal).toBeNull();
    expect(nextStatus(healed, refused, now + 2 * minute, rules).kind).toBe('online');
  });
});

describe('silence', () => {
  it('keeps the last known status, and remembers the problem, its start and its count', () => {
    const first = nextStatus(status('offline'), silent, now, rules);
    const later = nextStatus(first, silent, now + 5 * minute, rules);
    expect(first).toMatchObject({ kind: 'offline', silence: { since: now, failures: 1 }, answeredAt: now - minute });
    expect(later.silence).toMatchObject({ since: now, failures: 2 });
  });

  it('ends with the next usable answer', () => {
    const first = nextStatus(status('online'), silent, now, rules);
    expect(nextStatus(first, online, now + minute, rules)).toMatchObject({ silence: null, answeredAt: now + minute });
  });
});

describe('the start of a status', () => {
  const at = now;
  it.each([
    ['takes the time of disconnection that lies after the last online answer', -30_000, 'online', -30_000],
    ['does not believe a disconnection before the last online answer', -5 * minute, 'online', 0],
    ['nor one that is a little before it: it begins with that answer', -minute - 3_000, 'online', -minute],
    ['does not believe the future', 30_000, 'online', 0],
    ['allows a few seconds of difference, but never the future', 5_000, 'online', 0],
    ['takes any past time when nothing was known before', -3 * 24 * 60 * minute, 'checking', -3 * 24 * 60 * minute],
  ] as const)('%s', (_name, result, before, expectedSince) => {
    const outcome: PollOutcome = {
      kind: 'answered',
      info: info({ isOnline: false, lastDisconnectedAt: at + result }),
    };
    expect(nextStatus(status(before), outcome, at, rules).since).toBe(at + expectedSince);
  });

  it('stays when 601 follows an offline answer', () => {
    const lost = nextStatus(status('online'), offline, at, rules);
    expect(nextStatus(lost, { kind: 'printer-not-connected' }, at + minute, rules).since).toBe(at);
  });

  it('moves when the printer reconnected between two online answers', () => {
    const outcome: PollOutcome = {
      kind: 'answered',
      info: info({ lastConnectedAt: at - 20_000, lastDisconnectedAt: at - 40_000 }),
    };
    expect(nextStatus(status('online'), outcome, at, rules).since).toBe(at - 20_000);
  });

  it('ignores a connection time that a later disconnection contradicts', () => {
    const outcome: PollOutcome = {
      kind: 'answered',
      info: info({ lastConnectedAt: at - 40_000, lastDisconnectedAt: at - 20_000 }),
    };
    expect(nextStatus(notYetChecked(at - minute), outcome, at, rules).since).toBe(at);
  });
});
