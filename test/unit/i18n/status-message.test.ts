import { describe, expect, it } from 'vitest';
import { helpfulAction } from '../../../src/domain/helpful-action.ts';
import type { PollOutcome, Problem } from '../../../src/domain/outcome.ts';
import { nextStatus, notYetChecked } from '../../../src/domain/status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { problemMessage, rejectedTokenMessage, statusMessage } from '../../../src/i18n/status-message.ts';

const english = messagesFor('en');

const rules = { confirmRefusal: 60_000, mergeGap: 180_000, longSilence: 900_000 };

function statusAfter(...outcomes: readonly PollOutcome[]) {
  return outcomes.reduce(
    (status, outcome, index) => nextStatus(status, outcome, index * 61_000, rules),
    notYetChecked(0),
  );
}

const problems: readonly Problem[] = [
  ...[100, 204, 301, 404, 407, 429, 500, 600, 602, 607, 608, 609, 611, 612, 613, 699, 999].map(
    (status): Problem => ({ type: 'http-status', status }),
  ),
  ...(['empty', 'html', 'not-json', 'wrong-shape', 'too-large'] as const).map(
    (what): Problem => ({ type: 'malformed', what }),
  ),
  ...(['foreign-host', 'too-many', 'unreadable'] as const).map((why): Problem => ({ type: 'redirect', why })),
  ...(['no-network', 'dns', 'connect', 'connect-timeout', 'tls', 'proxy', 'read', 'timeout', 'other'] as const).map(
    (cause): Problem => ({ type: 'network', cause }),
  ),
  ...(['locked', 'no-secret-service', 'no-session-bus', 'refused'] as const).map(
    (why): Problem => ({ type: 'keychain', why }),
  ),
];

describe('messages', () => {
  it.each(problems)('%j is explained in words, with its number only in the details', (problem) => {
    const message = problemMessage(problem, english);
    expect(message.title).not.toMatch(/\d/);
    expect(message.text).toMatch(/\.$/);
    expect(message.text).not.toMatch(/\b\d{3}\b/);
    if (problem.type === 'http-status') expect(message.smallPrint).toContain(String(problem.status));
  });

  it('explain a refused connection, with the one action that helps', () => {
    const dead = statusAfter({ kind: 'refused', status: 604 }, { kind: 'refused', status: 604 });
    expect(statusMessage(dead, english)).toMatchObject({
      title: 'Reconnect needed',
      smallPrint: 'OctoEverywhere code 604',
    });
    expect(helpfulAction(dead)).toBe('reconnect');
  });

  it('ask to sign in again when the token is missing from the keychain', () => {
    expect(statusMessage(statusAfter({ kind: 'token-lost' }), english)).toMatchObject({
      title: 'Sign in again',
      smallPrint: null,
    });
  });

  it('announce that an unconfirmed refusal is checked again', () => {
    expect(statusMessage(statusAfter({ kind: 'refused', status: 603 }), english)?.title).toBe('Double-checking');
  });

  it('reject a token only after refusals and silence', () => {
    expect(rejectedTokenMessage({ kind: 'printer-not-connected' }, english)).toBeNull();
    expect(rejectedTokenMessage({ kind: 'perks-needed' }, english)).toBeNull();
    expect(rejectedTokenMessage({ kind: 'update-needed' }, english)).toBeNull();
    expect(rejectedTokenMessage({ kind: 'refused', status: 604 }, english)?.smallPrint).toBe('OctoEverywhere code 604');
    const silent: PollOutcome = {
      kind: 'no-answer',
      problem: { type: 'network', cause: 'timeout' },
    };
    expect(rejectedTokenMessage(silent, english)?.text).toContain('The token wasn’t saved');
  });
});
