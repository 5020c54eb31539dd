import { describe, expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import {
  aged,
  type Finding,
  nextStatus,
  type PrinterStatus,
  type StatusKind,
  transitions,
} from '../../../src/domain/status.ts';
import { minute, now, offline, online, refused, rules, silent, status } from '../../support/domain/statuses.ts';

/** One row per status, one column per finding; written out, so that the table in the code is checked independently. */
const expected: Record<StatusKind, Record<Finding, StatusKind>> = {
  online: {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'online',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'online',
    'long-silence': 'unknown',
  },
  offline: {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'offline',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'offline',
    'long-silence': 'unknown',
  },
  'reconnect-needed': {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'reconnect-needed',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'reconnect-needed',
    'long-silence': 'reconnect-needed',
  },
  'perks-needed': {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'perks-needed',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'perks-needed',
    'long-silence': 'unknown',
  },
  'update-needed': {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'update-needed',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'update-needed',
    'long-silence': 'unknown',
  },
  unknown: {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'unknown',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'unknown',
    'long-silence': 'unknown',
  },
  checking: {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    refused: 'checking',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
    silence: 'unknown',
    'long-silence': 'unknown',
  },
};

/** What leads to each finding: the outcome, and the status before it. */
const comesAbout: Record<Finding, { outcome: PollOutcome; before: Partial<PrinterStatus> }> = {
  connected: { outcome: online, before: {} },
  'not-connected': { outcome: { kind: 'printer-not-connected' }, before: {} },
  perks: { outcome: { kind: 'perks-needed' }, before: {} },
  update: { outcome: { kind: 'update-needed' }, before: {} },
  refused: { outcome: refused, before: {} },
  'refused-again': {
    outcome: refused,
    before: { refusal: { status: 603, firstAt: now - minute, lastAt: now - minute } },
  },
  'token-lost': { outcome: { kind: 'token-lost' }, before: {} },
  silence: { outcome: silent, before: {} },
  // Depends on the clock, see below.
  'long-silence': { outcome: silent, before: { answeredAt: now - 15 * minute } },
};

describe('transition table', () => {
  for (const [from, row] of Object.entries(expected) as [StatusKind, Record<Finding, StatusKind>][]) {
    for (const [finding, to] of Object.entries(row) as [Finding, StatusKind][]) {
      it(`${from} on ${finding} becomes ${to}`, () => {
        expect(transitions[from][finding]).toBe(to);
        const { outcome, before } = comesAbout[finding];
        const after = nextStatus(status(from, before), outcome, now, rules);
        if (finding !== 'long-silence') expect(after.kind).toBe(to);
        else if (from !== 'checking' && from !== 'reconnect-needed')
          expect(aged(after, now, minute, rules).kind).toBe(to);
      });
    }
  }

  it('treats an offline 200 like a 601', () => {
    expect(nextStatus(status('online'), offline, now, rules).kind).toBe('offline');
  });
});
