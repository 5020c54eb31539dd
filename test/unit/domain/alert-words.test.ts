import { describe, expect, it } from 'vitest';
import { alertText } from '../../../src/domain/alert-words.ts';
import type { AlertKind } from '../../../src/domain/alerts.ts';
import { listNames } from '../../../src/domain/words.ts';

const clock = () => '14:05';

describe('names in a notification', () => {
  it.each([
    [['Voron'], 'Voron'],
    [['Voron', 'Ender'], 'Voron and Ender'],
    [['Voron', 'Ender', 'Mini'], 'Voron, Ender and Mini'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d and 2 more'],
  ])('%j', (names, text) => {
    expect(listNames(names, 4)).toBe(text);
  });
});

describe('alert texts', () => {
  it.each<[AlertKind, readonly string[], string, string]>([
    ['disconnected', ['Voron'], 'Voron disconnected', 'Not connected to OctoEverywhere since 14:05.'],
    ['disconnected', ['Voron', 'Ender', 'Mini'], '3 printers disconnected', 'Voron, Ender and Mini, since 14:05.'],
    ['recovered', ['Voron'], 'Voron connected again', 'Connected to OctoEverywhere since 14:05.'],
    ['recovered', ['Voron', 'Ender'], '2 printers connected again', 'Voron and Ender, since 14:05.'],
  ])('%s of %j', (kind, names, title, body) => {
    expect(alertText(kind, names, 0, clock)).toEqual({ title, body });
  });

  it('never shows a bare number of the service, and always has a title and a body', () => {
    const kinds: AlertKind[] = [
      'disconnected',
      'recovered',
      'unstable',
      'service-unreachable',
      'service-reachable',
      'reconnect-needed',
      'reconnect-healed',
      'perks-needed',
      'perks-restored',
      'update-needed',
    ];
    for (const kind of kinds) {
      for (const names of [['Voron'], ['Voron', 'Ender', 'Mini', 'Prusa', 'Bambu', 'Delta']]) {
        const { title, body } = alertText(kind, names, 0, clock);
        expect(title.length).toBeGreaterThan(5);
        expect(body).toMatch(/[.]$/);
        expect(`${title} ${body}`).not.toMatch(/\b6\d\d\b/);
      }
    }
  });
});
