import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlancePrinter } from '../../../src/domain/glance.ts';
import type { Language } from '../../../src/domain/settings.ts';
import { claims, type ShownStatus } from '../../../src/domain/shown-status.ts';
import { type Glance, glanceOf, longestTooltip } from '../../../src/i18n/glance-text.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

const english = messagesFor('en');

const printer = (name: string, status: ShownStatus, stale = false): GlancePrinter => ({ name, status, stale });

const worst: readonly ShownStatus[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
  'off',
];

describe('glance', () => {
  it('tries only as many names as may fit, however many printers are disconnected', () => {
    const farm = Array.from({ length: 10_000 }, (_, index) => printer(`P${index}`, 'offline'));
    let tries = 0;
    const more = (listed: string, left: number) => {
      tries += 1;
      return english.glance.more(listed, left);
    };
    const { tooltip } = glanceOf(farm, 'up', { ...english, glance: { ...english.glance, more } });
    expect(tooltip).toContain('P0, P1, P2');
    expect(tooltip.length).toBeGreaterThan(longestTooltip - 10);
    expect(tries).toBeLessThan(longestTooltip);
  });

  it('reports when there are no printers, even without a network', () => {
    expect(glanceOf([], 'up', english)).toEqual({
      state: 'none',
      stale: false,
      headline: 'No printers yet',
      tooltip: 'No printers yet',
    });
    expect(glanceOf([], 'down', english).state).toBe('none');
  });

  it('never blames printers for this computer’s network', () => {
    expect(glanceOf([printer('Voron', 'offline')], 'down', english)).toEqual({
      state: 'unknown',
      stale: false,
      headline: 'This computer is offline',
      tooltip: 'This computer is offline',
    });
  });

  it('blames a network that answers in OctoEverywhere’s place, not the printers', () => {
    expect(glanceOf([printer('Voron', 'online', true)], 'sign-in', english)).toEqual({
      state: 'unknown',
      stale: false,
      headline: 'This network may need a sign-in',
      tooltip: 'This network may need a sign-in',
    });
  });

  for (const [index, one] of worst.entries()) {
    for (const other of worst.slice(index)) {
      it(`shows ${one} over ${other}, in either order`, () => {
        expect(glanceOf([printer('a', one), printer('b', other)], 'up', english).state).toBe(one);
        expect(glanceOf([printer('b', other), printer('a', one)], 'up', english).state).toBe(one);
      });
    }
  }

  it.each([
    [[printer('Voron', 'online')], 'Voron: Connected'],
    [[printer('Voron', 'offline', true)], 'Voron: Disconnected (last known)'],
    [[printer('a', 'online'), printer('b', 'online')], '2 of 2 connected'],
    [[printer('a', 'offline'), printer('b', 'reconnect-needed')], '1 needs reconnecting, 1 disconnected (of 2): b, a'],
    [
      [printer('a', 'checking'), printer('b', 'unknown'), printer('c', 'perks-needed'), printer('d', 'online')],
      '1 needs Supporter Perks, 1 can’t be checked (of 4): c, b',
    ],
    [[printer('a', 'checking'), printer('b', 'online')], '1 of 2 being checked: a'],
    [[printer('a', 'perks-needed'), printer('b', 'perks-needed')], '2 of 2 need Supporter Perks: a, b'],
    [
      [
        printer('Voron', 'offline'),
        printer('Ender', 'offline'),
        ...['x', 'y', 'z'].map((name) => printer(name, 'online')),
      ],
      '2 of 5 disconnected: Voron, Ender',
    ],
  ] as const)('puts counts first: %#', (printers, tooltip) => {
    expect(glanceOf(printers, 'up', english).tooltip).toBe(tooltip);
  });

  it.each([
    [[printer('Voron', 'off')], 'off', 'Voron: Off'],
    [[printer('a', 'off'), printer('b', 'off')], 'off', 'All printers are off'],
    [[printer('a', 'online'), printer('b', 'off')], 'online', '1 connected, 1 off'],
    [[printer('a', 'offline'), printer('b', 'off'), printer('c', 'online')], 'offline', '1 of 2 disconnected: a'],
    [[printer('a', 'reconnect-needed'), printer('b', 'off')], 'reconnect-needed', '1 of 1 needs reconnecting: a'],
    [[printer('a', 'unknown'), printer('b', 'off')], 'unknown', '1 of 1 can’t be checked: a'],
  ] as const)('never counts a printer that is off as a problem: %#', (printers, state, tooltip) => {
    expect(glanceOf(printers, 'up', english)).toMatchObject({ state, stale: false, tooltip });
  });

  it.each<[string, readonly GlancePrinter[], boolean, string]>([
    [
      'green with one connected printer unproved',
      [printer('a', 'online'), printer('b', 'online', true)],
      true,
      '2 of 2',
    ],
    [
      'trouble that is proved, beside a connected one unproved',
      [printer('a', 'offline'), printer('b', 'online', true)],
      false,
      '1 of 2',
    ],
    ['trouble of which one is unproved', [printer('a', 'offline', true), printer('b', 'offline')], true, '2 of 2'],
    ['a dead connection unproved', [printer('a', 'reconnect-needed', true), printer('b', 'offline')], true, '1 needs'],
    ['grey', [printer('a', 'unknown', true), printer('b', 'online', true)], false, '1 of 2'],
    ['off', [printer('a', 'off', true), printer('b', 'off', true)], false, 'All printers'],
  ])('is stale or not: %s', (_, printers, stale, start) => {
    const glance = glanceOf(printers, 'up', english);
    expect(glance.stale).toBe(stale);
    expect(glance.tooltip.startsWith(start)).toBe(true);
    expect(glance.tooltip.includes('(last known)')).toBe(stale);
  });

  it('shows the age of the oldest answer it is based on', () => {
    const clock = (at: number) => `14:${String(at).padStart(2, '0')}`;
    const printers = [
      { ...printer('a', 'online', true), answeredAt: 5 },
      { ...printer('b', 'online', true), answeredAt: 3 },
      { ...printer('c', 'online'), answeredAt: 1 },
      { ...printer('d', 'off', true), answeredAt: 0 },
    ];
    expect(glanceOf(printers, 'up', english, clock).tooltip).toBe('3 connected, 1 off (as of 14:03)');
    expect(glanceOf(printers, 'up', messagesFor('de'), clock).tooltip).toBe('3 verbunden, 1 aus (Stand 14:03)');
    expect(glanceOf(printers.slice(1, 2), 'up', english, clock).tooltip).toBe('b: Connected (as of 14:03)');
  });

  it('counts the names that do not fit', () => {
    const printers = Array.from({ length: 40 }, (_, index) => printer(`Printer number ${index}`, 'offline'));
    const { tooltip } = glanceOf(printers, 'up', english);
    expect(tooltip).toMatch(/^40 of 40 disconnected: Printer number 0, .* and \d+ more$/);
    const named = tooltip.match(/Printer number/g)?.length ?? 0;
    expect(tooltip).toContain(`and ${40 - named} more`);
  });

  it('fits 127 characters for any set of printers in every language, breaks no character and never throws', () => {
    const anyPrinter = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 300 }),
      status: fc.constantFrom(...worst),
      stale: fc.boolean(),
      answeredAt: fc.option(fc.nat()),
    });
    const clocks = fc.constantFrom(
      null,
      () => '14:05',
      () => '30. Sept., 14:05',
    );
    fc.assert(
      fc.property(
        fc.array(anyPrinter, { maxLength: 60 }),
        fc.constantFrom('up', 'down', 'sign-in'),
        fc.constantFrom<Language>('en', 'de'),
        clocks,
        (printers, network, language, clock) => {
          const messages = messagesFor(language);
          const glance = glanceOf(printers, network, messages, clock);
          expect(glance.tooltip.length).toBeLessThanOrEqual(longestTooltip);
          expect(glance.tooltip.isWellFormed()).toBe(true);
          if (printers.length === 0 || network !== 'up') return;
          const best = Math.min(...printers.map(({ status }) => worst.indexOf(status)));
          expect(glance.state).toBe(worst[best]);
          const shows = printers.filter(({ status }) => status === glance.state);
          expect(glance.stale).toBe(
            glance.state !== 'none' && claims.has(glance.state) && shows.some((one) => one.stale),
          );
          if (printers.length > 1) expectEveryTrouble(printers, glance, language);
        },
      ),
    );
  });

  it.each<Language>(['en', 'de'])(
    'has room for every kind of problem with as many printers as a list may have: %s',
    (language) => {
      const printers = Array.from({ length: 2_000 }, (_, index) =>
        printer('Voron', troubles[index % 5] ?? 'offline', true),
      );
      expectEveryTrouble(
        printers,
        glanceOf(printers, 'up', messagesFor(language), () => '14:05'),
        language,
      );
    },
  );
});

const troubles: readonly ShownStatus[] = ['reconnect-needed', 'offline', 'perks-needed', 'update-needed', 'unknown'];

/** In headline and tooltip, worst first. */
function expectEveryTrouble(printers: readonly GlancePrinter[], glance: Glance, language: Language): void {
  const { glance: texts } = messagesFor(language);
  const present = troubles.filter((kind) => printers.some(({ status }) => status === kind));
  if (present.length < 2) return;
  const parts = present.map((kind) => texts.part(kind, printers.filter(({ status }) => status === kind).length));
  for (const text of [glance.headline, glance.tooltip]) expect(text.startsWith(parts.join(', '))).toBe(true);
}
