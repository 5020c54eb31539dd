import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlancePrinter, glanceOf, longestTooltip } from '../../../src/domain/glance.ts';
import type { StatusKind } from '../../../src/domain/status.ts';
import { wordsIn } from '../../../src/domain/words/words.ts';

const english = wordsIn('en');

const printer = (name: string, status: StatusKind, stale = false): GlancePrinter => ({ name, status, stale });

const worst: readonly StatusKind[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
];

describe('glance', () => {
  it('says so when there are no printers, even with no network', () => {
    expect(glanceOf([], 'up', english)).toEqual({
      state: 'none',
      headline: 'No printers yet',
      tooltip: 'No printers yet',
    });
    expect(glanceOf([], 'down', english).state).toBe('none');
  });

  it('never blames printers for this computer’s network', () => {
    expect(glanceOf([printer('Voron', 'offline')], 'down', english)).toEqual({
      state: 'unknown',
      headline: 'This computer is offline',
      tooltip: 'This computer is offline',
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
    [[printer('a', 'reconnect-needed'), printer('b', 'offline')], '1 of 2 needs reconnecting: a'],
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

  it('counts the names that do not fit', () => {
    const printers = Array.from({ length: 40 }, (_, index) => printer(`Printer number ${index}`, 'offline'));
    const { tooltip } = glanceOf(printers, 'up', english);
    expect(tooltip).toMatch(/^40 of 40 disconnected: Printer number 0, .* and \d+ more$/);
    const named = tooltip.match(/Printer number/g)?.length ?? 0;
    expect(tooltip).toContain(`and ${40 - named} more`);
  });

  it('fits 127 characters for any set of printers, breaks no character and never throws', () => {
    const anyPrinter = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 300 }),
      status: fc.constantFrom(...worst),
      stale: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyPrinter, { maxLength: 60 }), fc.constantFrom('up', 'down'), (printers, network) => {
        const glance = glanceOf(printers, network, english);
        expect(glance.tooltip.length).toBeLessThanOrEqual(longestTooltip);
        expect(glance.tooltip.isWellFormed()).toBe(true);
        if (printers.length > 0 && network === 'up') {
          const best = Math.min(...printers.map(({ status }) => worst.indexOf(status)));
          expect(glance.state).toBe(worst[best]);
        }
      }),
    );
  });
});
