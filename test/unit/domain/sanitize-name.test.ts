import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstFirst } from '../../../src/domain/glance.ts';
import { namelessPrinter, sanitizedName } from '../../../src/domain/sanitize-name.ts';
import { truncate } from '../../../src/domain/truncate.ts';
import { glanceOf, longestTooltip } from '../../../src/i18n/glance-text.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { briefName, longestBriefName } from '../../../src/i18n/printer-name.ts';

const dangerous = [
  ...['\n', '\r', '\u0000', '\u0007', '\u001b[31m', '\u0085', '\u2028', '\u2029', '\t'],
  ...['\u202a', '\u202e', '\u2066', '\u2069', '\u200e', '\u200f', '\u061c', '\u200b', '\ufeff', '\u00ad', '\u2063'],
  ...['\u3164', '\u115f', '\uffa0', '\u2800', '\u034f', '\ufff9', '\u{e0041}', '\u{e0101}', '\ud83d', '\ude00'],
  ...[
    '🏴',
    '<b>',
    '</b>',
    '&',
    '&amp;',
    '<img src="x">',
    '_',
    '%s',
    '😀',
    '👩‍🔧',
    'é',
    'e\u0301',
    'a',
    ' ',
    'שלום',
    '…',
  ],
  '\u0335'.repeat(50),
];

/** Hostile names of up to 10 kB. */
const hostile = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...dangerous), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
  fc
    .constantFrom(...dangerous)
    .chain((part) => fc.integer({ min: 1, max: 10_000 }).map((times) => part.repeat(times).slice(0, 10_240))),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** No line breaks, direction or terminal control characters, invisible characters or lone surrogates. */
const harmless =
  /^(?:(?!\u034f)[^\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb])*$/u;

describe('A name from outside', () => {
  it.each([
    ['\u3164\u2800', namelessPrinter],
    ['\u2800', namelessPrinter],
    ['Vo\u00adr\u200eon\u2063', 'Voron'],
    ['Vo\u{e0041}ron\u{e0101}', 'Voron'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Prusa',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Prusa',
    ],
    ['🏴\u202e\u{e0067}Prusa', '🏴Prusa'],
    ['❤️ Prusa', '❤️ Prusa'],
    [`V${'\u0335'.repeat(50)}oron`, `V${'\u0335'.repeat(4)}oron`],
    ['ố ẹ̀ שָׁ กี่', 'ố ẹ̀ שָׁ กี่'],
  ])('%j is shown as %j', (reported, shown) => {
    expect(sanitizedName(reported)).toBe(shown);
  });

  it('is one line of 1 to 200 harmless characters, and stays the same when read again', () => {
    fc.assert(
      fc.property(hostile, (reported) => {
        const name = sanitizedName(reported);
        expect(name).toMatch(harmless);
        expect(name.isWellFormed()).toBe(true);
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/\p{M}{5}/u);
        expect(name).toBe(name.trim());
        expect(sanitizedName(name)).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });

  it('fits into little space, cut between characters', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('en', 'de'), (reported, language) => {
        const brief = briefName(sanitizedName(reported), messagesFor(language));
        expect(brief.length).toBeLessThanOrEqual(longestBriefName);
        expect(brief.length).toBeGreaterThan(0);
        // The app's own marks around a right-to-left name.
        expect(brief.replace(/^\u200e\u2068(.+)\u2069$/u, '$1')).toMatch(harmless);
        expect(brief.isWellFormed()).toBe(true);
      }),
    );
    expect(truncate('👩‍🔧'.repeat(5), 13)).toBe('👩‍🔧👩‍🔧…');
    expect(truncate('e\u0301'.repeat(5), 4)).toBe('e\u0301…');
    expect(truncate('😀'.repeat(5), 4)).toBe('😀…');
    expect(truncate('Voron', 5)).toBe('Voron');
  });

  it('makes a tooltip of one line and at most 127 characters in every language, for any number of printers', () => {
    const printer = fc.record({
      name: hostile.map(sanitizedName),
      status: fc.constantFrom(...worstFirst),
      stale: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(printer, { maxLength: 12 }), fc.constantFrom('en', 'de'), (printers, language) => {
        const { tooltip } = glanceOf(printers, 'up', messagesFor(language));
        expect(tooltip.length).toBeLessThanOrEqual(longestTooltip);
        expect(tooltip).toMatch(harmless);
        expect(tooltip.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
