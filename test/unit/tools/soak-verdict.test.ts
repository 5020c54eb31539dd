import { describe, expect, it } from 'vitest';
import { lostWithEachAlert, type Minute, verdict } from '../../../tools/soak/minutes.ts';
import { trend } from '../../../tools/soak/trend.ts';

const MB = 1024 * 1024;

function minutes(count: number, of: (minute: number) => Partial<Minute>): readonly Minute[] {
  return Array.from({ length: count }, (_, index) => ({
    minute: index + 1,
    memoryBytes: 160 * MB,
    processes: 4,
    threads: 40,
    openFiles: 120,
    sockets: 30,
    logBytes: MB,
    historyBytes: 0,
    profileBytes: 2 * MB,
    changes: (index + 1) * 100,
    alerts: index,
    warnings: 0,
    ...of(index + 1),
  }));
}

describe('the line through samples', () => {
  it('follows their trend, and not a single outlier', () => {
    expect(trend([1, 2, 3, 4])).toEqual({ rise: 3, mean: 2.5 });
    expect(trend([5, 5, 50, 5, 5]).rise).toBe(0);
    expect(trend([7])).toEqual({ rise: 0, mean: 7 });
  });
});

describe('the verdict on a soak', () => {
  it('passes growth in the first half only', () => {
    const grown = minutes(30, (minute) => ({ memoryBytes: (150 + Math.min(minute, 15)) * MB }));
    expect(verdict(grown, 0).faults).toEqual([]);
  });

  it('ignores only the known leak of the runtime per alert', () => {
    const each = lostWithEachAlert('33.2.1');
    expect(each).toBe(36_864);
    expect(lostWithEachAlert('45.4.1')).toBe(0);
    const leaking = (bytes: number) =>
      minutes(30, (minute) => ({ alerts: minute * 30, memoryBytes: 160 * MB + minute * 30 * bytes }));
    expect(verdict(leaking(each), 0).faults).toHaveLength(1);
    expect(verdict(leaking(each), each).faults).toEqual([]);
    expect(verdict(leaking(2 * each), each).faults).toHaveLength(1);
  });

  it.each<[string, (minute: number) => Partial<Minute>]>([
    ['Memory rises', (minute) => ({ memoryBytes: (160 + minute * 0.5) * MB })],
    ['more open files', (minute) => ({ openFiles: 120 + minute })],
    ['more sockets', (minute) => ({ sockets: 30 + minute })],
    ['more threads', (minute) => ({ threads: 40 + minute })],
    ['The log took', (minute) => ({ logBytes: minute * MB })],
    ['the app stood still', (minute) => ({ changes: Math.min(minute, 20) * 100 })],
    ['Node warned', () => ({ warnings: 1 })],
  ])('reports it: %s', (fault, of) => {
    const { faults } = verdict(minutes(30, of), 0);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });
});
