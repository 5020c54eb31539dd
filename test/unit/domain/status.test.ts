import { describe, expect, it } from 'vitest';
import type { ConnectionInfo } from '../../../src/domain/connection-info.ts';
import type { Link } from '../../../src/domain/link.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import {
  aged,
  agesAt,
  type Finding,
  nextStatus,
  notYetChecked,
  type PrinterStatus,
  type StatusKind,
  transitions,
} from '../../../src/domain/status.ts';

const rules = { confirmRefusal: 60_000, longSilence: 900_000, mergeGap: 180_000 };
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
  const link = linkOf(kind);
  return {
    kind,
    since: now - 10 * minute,
    answeredAt: now - minute,
    stale: false,
    silence: null,
    refusal: null,
    link,
    ...changes,
  };
}

/** The link as it was seen a minute ago, where the status says something of it. */
function linkOf(kind: StatusKind): Link | null {
  if (kind !== 'online' && kind !== 'offline') return null;
  const state = kind === 'online' ? 'up' : 'down';
  return {
    state,
    since: now - 10 * minute,
    exact: false,
    notBefore: null,
    seenAt: now - minute,
    lastConnectedAt: null,
  };
}

const online: PollOutcome = { kind: 'answered', info: info() };
const offline: PollOutcome = { kind: 'answered', info: info({ isOnline: false }) };
const refused: PollOutcome = { kind: 'refused', status: 604 };
const silent: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'http-status', status: 600 },
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
  'refused-again': {
    outcome: refused,
    before: { refusal: { status: 603, firstAt: now - minute, lastAt: now - minute } },
  },
  'token-lost': { outcome: { kind: 'token-lost' }, before: {} },
  silence: { outcome: silent, before: {} },
  // By the clock, see below.
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
    expect(confirmed.refusal).toEqual({ status: 604, firstAt: now, lastAt: now + rules.confirmRefusal });
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
  it('keeps the last known state, and remembers the problem, since when, and how often', () => {
    const first = nextStatus(status('offline'), silent, now, rules);
    const later = nextStatus(first, silent, now + 5 * minute, rules);
    expect(first).toMatchObject({ kind: 'offline', silence: { since: now, failures: 1 }, answeredAt: now - minute });
    expect(later.silence).toMatchObject({ since: now, failures: 2 });
  });

  it('is over with the next usable answer', () => {
    const first = nextStatus(status('online'), silent, now, rules);
    expect(nextStatus(first, online, now + minute, rules)).toMatchObject({ silence: null, answeredAt: now + minute });
  });
});

describe('a state that nothing backs', () => {
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

  it('waits right after sleep with that: its answer is on the way', () => {
    expect(aged(shown, now + 60 * minute, minute, rules, true)).toMatchObject({ kind: 'online', stale: true });
  });

  it('stays a dead connection, however long', () => {
    const dead = status('reconnect-needed', { refusal: { status: 604, firstAt: now, lastAt: now } });
    expect(aged(dead, now + 1_000 * minute, 60 * minute, rules)).toMatchObject({
      kind: 'reconnect-needed',
      stale: true,
    });
    expect(agesAt({ ...dead, stale: true }, 60 * minute, rules)).toBeNull();
  });

  it('says when it changes next', () => {
    expect(agesAt(shown, minute, rules)).toBe(now + 150_000);
    expect(agesAt({ ...shown, stale: true }, minute, rules)).toBe(now + 15 * minute);
    expect(agesAt(notYetChecked(now), minute, rules)).toBeNull();
  });

  it('is fresh again with the next answer', () => {
    expect(nextStatus({ ...shown, stale: true }, online, now + minute, rules).stale).toBe(false);
  });
});

describe('since', () => {
  const at = now;
  it.each([
    ['takes the time of disconnection that lies after the last online answer', -30_000, 'online', -30_000],
    ['does not believe a disconnection before the last online answer', -5 * minute, 'online', 0],
    ['nor one that is a little before it: it begins with that answer', -minute - 3_000, 'online', -minute],
    ['does not believe the future', 30_000, 'online', 0],
    ['allows a few seconds of difference, but never the future', 5_000, 'online', 0],
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
