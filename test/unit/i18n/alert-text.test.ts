import { describe, expect, it } from 'vitest';
import type { AlertKind } from '../../../src/domain/alerts/alert.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { alertText, type ShownNow, summaryText } from '../../../src/i18n/alert-text.ts';
import { joinNames } from '../../../src/i18n/join-names.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

const english = messagesFor('en');
const german = messagesFor('de');

const clock = () => '14:05';

describe('names in a notification', () => {
  it.each([
    [['Voron'], 'Voron'],
    [['Voron', 'Ender'], 'Voron and Ender'],
    [['Voron', 'Ender', 'Mini'], 'Voron, Ender and Mini'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d and 2 more'],
  ])('%j', (names, text) => {
    expect(joinNames(names, 4, english)).toBe(text);
  });
});

describe('alert texts', () => {
  it.each<[AlertKind, readonly string[], string, string]>([
    ['disconnected', ['Voron'], 'Voron disconnected', 'Not connected to OctoEverywhere since 14:05.'],
    ['disconnected', ['Voron', 'Ender', 'Mini'], '3 printers disconnected', 'Voron, Ender and Mini, since 14:05.'],
    ['recovered', ['Voron'], 'Voron is connected again', 'Connected to OctoEverywhere since 14:05.'],
    ['recovered', ['Voron', 'Ender'], '2 printers are connected again', 'Voron and Ender, since 14:05.'],
  ])('%s of %j', (kind, names, title, body) => {
    expect(
      alertText({ kind, names, since: 0, latest: 0, everyPrinter: false, total: 1, repeated: null }, clock, english),
    ).toEqual({ title, body });
  });

  it('give the first time if it happened at different times', () => {
    const minutes = (at: number) => `14:${5 + at / 60_000}`;
    const lost = (latest: number) => ({
      kind: 'disconnected' as const,
      names: ['Voron', 'Ender'],
      since: 0,
      latest,
      everyPrinter: false,
      total: 2,
      repeated: null,
    });
    expect(alertText(lost(60_000), minutes, english).body).toBe('Voron and Ender, since 14:5.');
    expect(alertText(lost(40 * 60_000), minutes, english).body).toBe('Voron and Ender, the first since 14:5.');
    expect(alertText(lost(40 * 60_000), minutes, messagesFor('de')).body).toBe('Voron und Ender, der erste seit 14:5.');
  });

  it('count how many printers of an event are back', () => {
    const some = {
      kind: 'recovered',
      names: ['Voron', 'Ender'],
      since: 0,
      latest: 0,
      everyPrinter: false,
      repeated: null,
    } as const;
    expect(alertText({ ...some, total: 12 }, clock, english).title).toBe('2 of 12 printers are connected again');
    expect(alertText({ ...some, total: 2 }, clock, english).title).toBe('2 printers are connected again');
  });

  it('announce that repeated events will not be notified', () => {
    const again = {
      kind: 'update-needed',
      names: ['Voron'],
      since: 0,
      latest: 0,
      everyPrinter: false,
      total: 1,
      repeated: 30 * MINUTE,
    } as const;
    expect(alertText(again, clock, english).body).toContain('This keeps happening');
    expect(alertText(again, clock, messagesFor('de')).body).toContain('immer wieder');
    expect(alertText(again, clock, english).body).toContain('every 30 minutes at most');
    expect(alertText({ ...again, repeated: 4 * HOUR }, clock, english).body).toContain('every 4 hours at most');
    expect(alertText({ ...again, repeated: 4 * HOUR }, clock, messagesFor('de')).body).toContain('alle 4 Stunden');
  });

  it('mention OctoEverywhere as the possible cause if all printers disconnected at once', () => {
    const alert = {
      kind: 'disconnected',
      names: ['Voron', 'Ender', 'Mini'],
      since: 0,
      latest: 0,
      everyPrinter: true,
      total: 3,
      repeated: null,
    } as const;
    expect(alertText(alert, clock, english)).toEqual({
      title: 'All 3 printers disconnected',
      body: 'Voron, Ender and Mini, since 14:05. OctoEverywhere may be having problems.',
    });
  });

  it('never show a bare status number of the service, and always have a title and a body', () => {
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
        const { title, body } = alertText(
          { kind, names, since: 0, latest: 0, everyPrinter: false, total: 1, repeated: null },
          clock,
          english,
        );
        expect(title.length).toBeGreaterThan(5);
        expect(body).toMatch(/[.]$/);
        expect(`${title} ${body}`).not.toMatch(/\b6\d\d\b/);
      }
    }
  });
});

describe('a held-back notification', () => {
  const lost = {
    kind: 'disconnected',
    names: ['Voron', 'Ender'],
    since: 0,
    latest: 0,
    everyPrinter: false,
    total: 1,
    repeated: null,
  } as const;
  const dead = {
    kind: 'reconnect-needed',
    names: ['Mini'],
    since: 0,
    latest: 0,
    everyPrinter: false,
    total: 1,
    repeated: null,
  } as const;

  it('reads as usual if it is a single one', () => {
    expect(summaryText([lost], clock, english)).toEqual(alertText(lost, clock, english));
  });

  it('names whom the end of a part of it is about', () => {
    const needed = { ...dead, kind: 'perks-needed', names: ['Voron', 'Ender'], update: true } as const;
    const restored = { ...dead, kind: 'perks-restored', names: ['Mini'], update: true } as const;
    const { title, body } = summaryText([needed, restored], clock, english);
    expect(title).toBe('Supporter Perks needed');
    expect(body.split('\n').at(-1)).toBe('Supporter Perks are back: Mini');
    const back = { ...lost, kind: 'recovered', names: ['Mini'], update: true } as const;
    expect(summaryText([{ ...lost, update: true }, back], clock, english).body).toMatch(/\nMini is connected again$/);
  });

  it('has a line for each event', () => {
    expect(summaryText([lost, dead], clock, english)).toEqual({
      title: 'While notifications were off',
      body: '2 printers disconnected: Voron and Ender, since 14:05\nReconnect needed: Mini, since 14:05',
    });
  });
});

describe('a connection that is accepted again', () => {
  const healed = {
    kind: 'reconnect-healed',
    since: 0,
    latest: 0,
    everyPrinter: false,
    total: 1,
    repeated: null,
  } as const;
  const both = (names: readonly string[], now: ShownNow) =>
    [english, german].map((messages) => alertText({ ...healed, names, now }, clock, messages));

  it('is not said to work while its printer is not connected', () => {
    for (const { title, body } of [...both(['Voron'], 'unreported'), ...both(['Voron', 'Mini'], 'mixed')]) {
      expect(title).not.toMatch(/working|funktionier/);
      expect(body).not.toMatch(/No action|nichts tun/);
    }
    expect(both(['Voron'], 'connected').map(({ body }) => body)).toEqual([
      'OctoEverywhere accepts its connection again. No action needed.',
      'OctoEverywhere akzeptiert die Verbindung wieder. Du musst nichts tun.',
    ]);
  });
});

describe('the likeliest cause of a disconnection', () => {
  const body = (names: readonly string[], disconnected: number, allConnected: boolean) => {
    const others = { disconnected, allConnected };
    const alert = { kind: 'disconnected' as const, names, since: 0, latest: 0, everyPrinter: false, total: 1 };
    return alertText({ ...alert, repeated: null, others }, clock, english).body;
  };

  it('is deduced from the other printers, in a few words', () => {
    expect(body(['Voron'], 0, true)).toBe('Not connected to OctoEverywhere since 14:05. Only this one.');
    expect(body(['Voron'], 2, false)).toBe('Not connected to OctoEverywhere since 14:05. Also 2 others.');
  });

  it('is missing without other printers, or if their status is unknown', () => {
    expect(body(['Voron'], 0, false)).toBe('Not connected to OctoEverywhere since 14:05.');
    expect(body(['Voron', 'Ender'], 2, false)).toBe('Voron and Ender, since 14:05.');
  });
});
