import { describe, expect, it } from 'vitest';
import { type ShownStatus, shownStatus } from '../../../src/domain/shown-status.ts';
import type { StatusKind } from '../../../src/domain/status.ts';

const kinds: readonly StatusKind[] = [
  'online',
  'offline',
  'reconnect-needed',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
];
const usual = { offOnPurpose: false, oftenOff: false };

describe('the displayed status of a printer', () => {
  it('is its real status unless it is switched off', () => {
    for (const kind of kinds) expect(shownStatus(usual, { kind, link: null })).toBe(kind);
  });

  it.each<[StatusKind, ShownStatus]>([
    ['online', 'online'],
    ['offline', 'off'],
    ['reconnect-needed', 'reconnect-needed'],
    ['perks-needed', 'off'],
    ['update-needed', 'off'],
    ['unknown', 'off'],
    ['checking', 'off'],
  ])('off on purpose: %s is %s, with or without “often off”', (kind, shown) => {
    for (const oftenOff of [false, true])
      expect(shownStatus({ offOnPurpose: true, oftenOff }, { kind, link: null })).toBe(shown);
  });

  it.each<[StatusKind, ShownStatus]>([
    ['online', 'online'],
    ['offline', 'off'],
    ['reconnect-needed', 'reconnect-needed'],
    ['perks-needed', 'perks-needed'],
    ['update-needed', 'update-needed'],
    ['unknown', 'unknown'],
    ['checking', 'checking'],
  ])('often off: %s is %s', (kind, shown) => {
    expect(shownStatus({ ...usual, oftenOff: true }, { kind, link: null })).toBe(shown);
  });

  it.each(['up', 'down'] as const)('often off, silent after its link was %s', (state) => {
    const link = { state, since: 0, exact: true, notBefore: null, seenAt: 0, lastConnectedAt: null };
    const shown = shownStatus({ ...usual, oftenOff: true }, { kind: 'unknown', link });
    expect(shown).toBe(state === 'down' ? 'off' : 'unknown');
  });
});
