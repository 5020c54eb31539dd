import { describe, expect, it } from 'vitest';
import { glanceNetwork } from '../../../src/domain/network-sign-in.ts';
import type { Problem } from '../../../src/domain/outcome.ts';
import { notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';

const fresh: PrinterStatus = { ...notYetChecked(0), kind: 'online', answeredAt: 9 };
const silent = (problem: Problem, more: Partial<PrinterStatus> = {}): PrinterStatus => ({
  ...fresh,
  stale: true,
  silence: { since: 5, failures: 2, problem },
  ...more,
});
const html = silent({ type: 'malformed', what: 'html' });
const timeout = silent({ type: 'network', cause: 'timeout' });

describe('a network that answers in OctoEverywhere’s place', () => {
  it.each<[string, Problem]>([
    ['with a web page', { type: 'malformed', what: 'html' }],
    ['with a redirect to another host', { type: 'redirect', why: 'foreign-host' }],
    ['with status 511', { type: 'http-status', status: 511 }],
  ])('is recognized %s', (_, problem) => {
    expect(glanceNetwork('up', [silent(problem)])).toBe('sign-in');
    expect(glanceNetwork('up', [silent(problem, { kind: 'unknown' })])).toBe('sign-in');
    expect(glanceNetwork('up', [silent(problem, { kind: 'unknown', answeredAt: null })])).toBe('sign-in');
  });

  it.each<[string, Problem]>([
    ['no answer', { type: 'network', cause: 'timeout' }],
    ['a fault of the service', { type: 'http-status', status: 503 }],
    ['garbage', { type: 'malformed', what: 'not-json' }],
    ['a locked keychain', { type: 'keychain', why: 'locked' }],
  ])('is not suspected after %s', (_, problem) => {
    expect(glanceNetwork('up', [silent(problem)])).toBe('up');
  });

  it('answers for every printer, or no real answers arrive', () => {
    expect(glanceNetwork('up', [html, timeout])).toBe('sign-in');
    expect(glanceNetwork('up', [html, fresh])).toBe('up');
    expect(glanceNetwork('up', [fresh, html])).toBe('up');
  });

  it('is not ruled out by a printer that is polled once an hour', () => {
    const dead: PrinterStatus = { ...fresh, kind: 'reconnect-needed' };
    expect(glanceNetwork('up', [dead, html, { ...fresh, kind: 'perks-needed' }, notYetChecked(0)])).toBe('sign-in');
    expect(glanceNetwork('up', [dead])).toBe('up');
  });

  it('matters less than no network at all, and does not exist without printers', () => {
    expect(glanceNetwork('down', [html])).toBe('down');
    expect(glanceNetwork('up', [])).toBe('up');
  });
});
