import { describe, expect, it } from 'vitest';
import type { ConnectionInfo } from '../../../src/domain/connection-info.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import {
  type Finding,
  nextStatus,
  notYetChecked,
  type PrinterStatus,
  type StatusKind,
  transitions,
} from '../../../src/domain/status.ts';

const rules = { confirmRefusal: 60_000, patience: 900_000 };
const now = Date.UTC(2026, 5, 1, 12);
const minute = 60_000;

function info(changes: Partial<ConnectionInfo> = {}): ConnectionInfo {
  return {
    printerName: 'Voron',
    localIp: null,
    isOnline: true,
    lastConnectedAt: null,
    lastDisconnectedAt: null,
    printerUrl: null,
    limits: {
      maxDownloadFileBytes: null,
      maxUploadFileBytes: null,
      maxWebcamStreamSeconds: null,
      maxTotalWebcamStreamSeconds: null,
    },
    ...changes,
  };
}

function status(kind: StatusKind, changes: Partial<PrinterStatus> = {}): PrinterStatus {
  return { kind, since: now - 10 * minute, answeredAt: now - minute, silence: null, refusal: null, ...changes };
}

const online: PollOutcome = { kind: 'answered', info: info() };
const offline: PollOutcome = { kind: 'answered', info: info({ isOnline: false }) };
const refused: PollOutcome = { kind: 'refused', status: 604 };
const silent: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'http-status', status: 600 },
  retryAfterSeconds: null,
};

/** One row per status, one column per finding: written out, so that the table in the code has something to be wrong against. */
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

/** How each finding comes about: the outcome, and what the status remembered before it. */
const comesAbout: Record<Finding, { outcome: PollOutcome; before: Partial<PrinterStatus> }> = {
  connected: { outcome: online, before: {} },
  'not-connected': { outcome: { kind: 'printer-not-connected' }, before: {} },
  perks: { outcome: { kind: 'perks-needed' }, before: {} },
  update: { outcome: { kind: 'update-needed' }, before: {} },
  refused: { outcome: refused, before: {} },
  'refused-again': { outcome: refused, before: { refusal: { status: 603, firstAt: now - minute } } },
  'token-lost': { outcome: { kind: 'token-lost' }, before: {} },
  silence: { outcome: silent, before: {} },
  'long-silence': {
    outcome: silent,
    before: { silence: { since: now - 15 * minute, problem: { type: 'http-status', status: 602 } } },
  },
};

describe('transition table', () => {
  for (const [from, row] of Object.entries(expected) as [StatusKind, Record<Finding, StatusKind>][]) {
    for (const [finding, to] of Object.entries(row) as [Finding, StatusKind][]) {
      it(`${from} on ${finding} becomes ${to}`, () => {
        expect(transitions[from][finding]).toBe(to);
        const { outcome, before } = comesAbout[finding];
        expect(nextStatus(status(from, before), outcome, now, rules).kind).toBe(to);
      });
    }
  }

  it('takes an offline 200 like 601', () => {
    expect(nextStatus(status('online'), offline, now, rules).kind).toBe('offline');
  });
});

describe('refusals', () => {
  it('are not believed before a second one comes at least the confirmation time later', () => {
    const first = nextStatus(status('online'), refused, now, rules);
    const tooSoon = nextStatus(first, refused, now + rules.confirmRefusal - 1, rules);
    const confirmed = nextStatus(tooSoon, refused, now + rules.confirmRefusal, rules);
    expect([first.kind, tooSoon.kind, confirmed.kind]).toEqual(['online', 'online', 'reconnect-needed']);
    expect(confirmed.refusal).toEqual({ status: 604, firstAt: now });
  });

  it('are still confirmed when silence came in between', () => {
    const first = nextStatus(status('online'), refused, now, rules);
    const silence = nextStatus(first, silent, now + minute, rules);
    expect(nextStatus(silence, refused, now + 2 * minute, rules).kind).toBe('reconnect-needed');
  });

  it('are forgotten as soon as a usable answer comes', () => {
    const first = nextStatus(status('online'), refused, now, rules);
    const healed = nextStatus(first, online, now + minute, rules);
    expect(healed.refusal).toBeNull();
    expect(nextStatus(healed, refused, now + 2 * minute, rules).kind).toBe('online');
  });
});

describe('silence', () => {
  it('keeps the last known state, remembers the problem and since when, and ends with patience', () => {
    const first = nextStatus(status('offline'), silent, now, rules);
    const later = nextStatus(first, silent, now + 5 * minute, rules);
    expect(first).toMatchObject({ kind: 'offline', silence: { since: now }, answeredAt: now - minute });
    expect(later.silence?.since).toBe(now);
    const lost = nextStatus(later, silent, now + 15 * minute, rules);
    expect(lost).toMatchObject({ kind: 'unknown', since: now + 15 * minute });
  });

  it('is over with the next usable answer', () => {
    const first = nextStatus(status('online'), silent, now, rules);
    expect(nextStatus(first, online, now + minute, rules)).toMatchObject({ silence: null, answeredAt: now + minute });
  });
});

describe('since', () => {
  const at = now;
  it.each([
    ['takes the time of disconnection that lies after the last online answer', -30_000, 'online', -30_000],
    ['does not believe a disconnection before the last online answer', -5 * minute, 'online', 0],
    ['does not believe the future', 30_000, 'online', 0],
    ['allows a few seconds of clock difference, but never the future', 5_000, 'online', 0],
    ['takes any past time when nothing was known before', -3 * 24 * 60 * minute, 'checking', -3 * 24 * 60 * minute],
  ] as const)('%s', (_name, said, before, expectedSince) => {
    const outcome: PollOutcome = {
      kind: 'answered',
      info: info({ isOnline: false, lastDisconnectedAt: at + said }),
    };
    expect(nextStatus(status(before), outcome, at, rules).since).toBe(at + expectedSince);
  });

  it('keeps counting when 601 follows an offline answer', () => {
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

  it('does not take a connection time that an even later disconnection contradicts', () => {
    const outcome: PollOutcome = {
      kind: 'answered',
      info: info({ lastConnectedAt: at - 40_000, lastDisconnectedAt: at - 20_000 }),
    };
    expect(nextStatus(notYetChecked(at - minute), outcome, at, rules).since).toBe(at);
  });
});
