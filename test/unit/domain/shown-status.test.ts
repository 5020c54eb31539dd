import { describe, expect, it } from 'vitest';
import { isStale, type ShownStatus, shownStatus } from '../../../src/domain/shown-status.ts';
import { nextStatus, notYetChecked, type PrinterStatus, type StatusKind } from '../../../src/domain/status.ts';
import { MINUTE } from '../../../src/domain/time.ts';

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

describe('what is shown of a printer', () => {
  it('that is not switched off is what the engine says', () => {
    for (const kind of kinds) expect(shownStatus(usual, { kind })).toBe(kind);
  });

  it.each<[StatusKind, ShownStatus]>([
    ['online', 'online'],
    ['offline', 'off'],
    ['reconnect-needed', 'reconnect-needed'],
    ['perks-needed', 'off'],
    ['update-needed', 'off'],
    ['unknown', 'off'],
    ['checking', 'off'],
  ])('off on purpose: %s is %s, with or without “often”', (kind, shown) => {
    for (const oftenOff of [false, true]) expect(shownStatus({ offOnPurpose: true, oftenOff }, { kind })).toBe(shown);
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
    expect(shownStatus({ ...usual, oftenOff: true }, { kind })).toBe(shown);
  });

  it.each(['online', 'offline', 'perks-needed'] as const)('often off, silent after %s', (lastKnown) => {
    const shown = shownStatus({ ...usual, oftenOff: true }, { kind: 'unknown', lastKnown });
    expect(shown).toBe(lastKnown === 'offline' ? 'off' : 'unknown');
  });

  it('remembers through any silence and refusal that it was disconnected, until an answer comes', () => {
    const rules = { confirmRefusal: MINUTE, patience: 15 * MINUTE };
    const silence = {
      kind: 'no-answer',
      problem: { type: 'http-status', status: 602 },
      retryAfterSeconds: null,
    } as const;
    const shown: ShownStatus[] = [];
    let status: PrinterStatus = notYetChecked(0);
    const hear = (outcome: Parameters<typeof nextStatus>[1], minute: number) => {
      status = nextStatus(status, outcome, minute * MINUTE, rules);
      shown.push(shownStatus({ ...usual, oftenOff: true }, status));
    };
    hear({ kind: 'printer-not-connected' }, 1);
    hear(silence, 2);
    hear(silence, 20);
    hear({ kind: 'refused', status: 604 }, 21);
    hear(silence, 40);
    expect(status.kind).toBe('unknown');
    hear({ kind: 'perks-needed' }, 41);
    hear(silence, 42);
    hear(silence, 60);
    expect(shown).toEqual(['off', 'off', 'off', 'off', 'off', 'perks-needed', 'perks-needed', 'unknown']);
  });
});

describe('what is stale', () => {
  const silence = { since: 0, problem: { type: 'network', cause: 'timeout' } } as const;

  it('is a known state that the latest answers did not prove', () => {
    expect(isStale({ kind: 'online', answeredAt: 1, silence: null, refusal: null })).toBe(false);
    expect(isStale({ kind: 'online', answeredAt: 1, silence, refusal: null })).toBe(true);
    expect(isStale({ kind: 'online', answeredAt: null, silence, refusal: null })).toBe(false);
  });

  it('is never what claims nothing', () => {
    for (const kind of ['unknown', 'checking'] as const)
      expect(isStale({ kind, answeredAt: 1, silence, refusal: null })).toBe(false);
  });
});
