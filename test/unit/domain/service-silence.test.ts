import { describe, expect, it } from 'vitest';
import { serviceSilentSince } from '../../../src/domain/service-silence.ts';
import { notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';

const fresh: PrinterStatus = { ...notYetChecked(0), kind: 'online', answeredAt: 9 };
const silent: PrinterStatus = {
  ...fresh,
  stale: true,
  silence: { since: 12, failures: 2, problem: { type: 'http-status', status: 503 } },
};

describe('a service that answers for no printer', () => {
  it('is silent since its last answer for any printer', () => {
    expect(serviceSilentSince([silent, { ...silent, answeredAt: 7 }])).toBe(9);
  });

  it('is silent since the first request if it never answered', () => {
    const never = { ...silent, kind: 'unknown' as const, answeredAt: null };
    expect(serviceSilentSince([never, { ...never, silence: { ...silent.silence, since: 10 } as never }])).toBe(10);
  });

  it('is not silent while it answers for one, or after a single failure', () => {
    expect(serviceSilentSince([silent, fresh])).toBeNull();
    expect(serviceSilentSince([silent, { ...silent, stale: false }])).toBeNull();
    expect(serviceSilentSince([])).toBeNull();
  });

  it('is judged by the printers that are polled', () => {
    const dead: PrinterStatus = { ...fresh, kind: 'reconnect-needed' };
    const locked: PrinterStatus = {
      ...silent,
      silence: { since: 5, failures: 9, problem: { type: 'keychain', why: 'locked' } },
    };
    expect(serviceSilentSince([dead, locked])).toBeNull();
    expect(serviceSilentSince([dead, locked, silent])).toBe(9);
  });
});
