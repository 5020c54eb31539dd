import { describe, expect, it } from 'vitest';
import { aged, agesAt, nextStatus, notYetChecked } from '../../../src/domain/status.ts';
import { minute, now, online, rules, silent, status } from '../../support/domain/statuses.ts';

describe('a status without recent answers', () => {
  const shown = status('online', { answeredAt: now });

  it.each([
    [149, false],
    [150, true],
    [899, true],
  ])('after %d s without an answer is stale: %s', (after, stale) => {
    expect(aged(shown, now + after * 1_000, minute, rules)).toMatchObject({ kind: 'online', stale });
  });

  it('is stale after two failed requests in a row, and not after one', () => {
    const once = nextStatus(shown, silent, now + 1_000, rules);
    expect(aged(once, now + 1_000, minute, rules).stale).toBe(false);
    const twice = nextStatus(once, silent, now + 2_000, rules);
    expect(aged(twice, now + 2_000, minute, rules).stale).toBe(true);
  });

  it('is unknown after 15 min, or after 2.5 intervals if that is longer', () => {
    expect(aged(shown, now + 15 * minute, minute, rules)).toMatchObject({ kind: 'unknown', stale: false });
    expect(aged(shown, now + 15 * minute, 10 * minute, rules).kind).toBe('online');
    expect(aged(shown, now + 25 * minute, 10 * minute, rules).kind).toBe('unknown');
  });

  it('stays right after sleep, while its answer is on the way', () => {
    expect(aged(shown, now + 60 * minute, minute, rules, true)).toMatchObject({ kind: 'online', stale: true });
  });

  it('stays a refused connection, however long', () => {
    const dead = status('reconnect-needed', { refusal: { status: 604, firstAt: now, lastAt: now } });
    expect(aged(dead, now + 1_000 * minute, 60 * minute, rules)).toMatchObject({
      kind: 'reconnect-needed',
      stale: true,
    });
    expect(agesAt({ ...dead, stale: true }, 60 * minute, rules)).toBeNull();
  });

  it('reports when it changes next', () => {
    expect(agesAt(shown, minute, rules)).toBe(now + 150_000);
    expect(agesAt({ ...shown, stale: true }, minute, rules)).toBe(now + 15 * minute);
    expect(agesAt(notYetChecked(now), minute, rules)).toBeNull();
  });

  it('is fresh again with the next answer', () => {
    expect(nextStatus({ ...shown, stale: true }, online, now + minute, rules).stale).toBe(false);
  });
});
