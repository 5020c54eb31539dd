import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplayLine } from '../../src/demo/replay.ts';
import { judge } from './judge.ts';
import { type Proof, prove } from './prove.ts';
import type { AlertLine } from './truth/printer-alerts.ts';

/** A life with alerts of every kind. */
const seed = 1002;

const kinds = [
  'disconnected',
  'recovered',
  'unstable',
  'reconnect-needed',
  'reconnect-healed',
  'perks-needed',
  'perks-restored',
  'update-needed',
  'service-unreachable',
  'service-reachable',
] as const;

let proof: Proof;
beforeAll(async () => {
  proof = await prove(seed);
});

/** As many alerts of a kind are tampered with, one at a time. */
const tried = 4;

/** Whether the judge finds fault when `change` has been at one of the first alerts of the kind. */
function isNoticed(kind: string, change: (alert: AlertLine) => readonly AlertLine[]): boolean {
  const alerts = proof.lines.filter((line): line is AlertLine => 'alert' in line && line.alert === kind);
  expect(alerts.length, `${kind} in this life`).toBeGreaterThan(0);
  return alerts.slice(0, tried).some((alert) => {
    const lines = proof.lines.flatMap((line): readonly ReplayLine[] => (line === alert ? change(alert) : [line]));
    return Object.values(judge(proof.life, lines).faults()).flat().length > 0;
  });
}

describe('the judge', () => {
  it('finds nothing wrong with what was told', () => {
    expect(Object.values(proof.verdict.faults()).flat()).toEqual([]);
  });

  it.each(kinds.filter((kind) => kind !== 'unstable'))('misses a %s that was not told', (kind) => {
    expect(isNoticed(kind, () => [])).toBe(true);
  });

  it('misses that a printer was never called unstable', () => {
    // One of them alone may be left out: the next says the same half an hour later.
    const lines = proof.lines.filter((line) => !('alert' in line) || line.alert !== 'unstable');
    expect(lines.length).toBeLessThan(proof.lines.length);
    expect(Object.values(judge(proof.life, lines).faults()).flat().length).toBeGreaterThan(0);
  });

  it.each(kinds)('notices a %s that was told twice', (kind) => {
    expect(isNoticed(kind, (alert) => [alert, { ...alert, at: alert.at + 5 }])).toBe(true);
  });

  it.each(kinds)('does not believe a %s out of nowhere', (kind) => {
    // A quarter of an hour before the first of its kind it was not so.
    const early = (alert: AlertLine) => ({ ...alert, at: alert.at - 900, since: alert.since - 900 });
    expect(isNoticed(kind, (alert) => [early(alert), alert])).toBe(true);
  });

  it.each(kinds)('notices a %s that comes hours late', (kind) => {
    expect(isNoticed(kind, (alert) => [{ ...alert, at: alert.at + 5 * 3_600 }])).toBe(true);
  });

  it('counts the questions', () => {
    const lines = proof.lines.map((line) =>
      'requests' in line
        ? { ...line, perPrinter: Object.fromEntries(Object.entries(line.perPrinter).map(([id, n]) => [id, n * 1.5])) }
        : line,
    );
    expect(judge(proof.life, lines).impolite.length).toBeGreaterThan(0);
  });
});
