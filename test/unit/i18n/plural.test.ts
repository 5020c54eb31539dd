import { expect, it } from 'vitest';
import { pluralFor } from '../../../src/i18n/plural.ts';

it('uses the plural form of the language, and the common one if it has no other', () => {
  const english = pluralFor('en');
  expect([0, 1, 2].map((count) => english(count, { one: 'one', other: 'other' }))).toEqual(['other', 'one', 'other']);
  // Polish has more than two forms, and French uses the singular for zero.
  const polish = pluralFor('pl');
  const forms = { one: 'drukarka', few: 'drukarki', many: 'drukarek', other: 'drukarki' };
  expect([1, 2, 5, 22].map((count) => polish(count, forms))).toEqual(['drukarka', 'drukarki', 'drukarek', 'drukarki']);
  expect(pluralFor('fr')(0, { one: 'imprimante', other: 'imprimantes' })).toBe('imprimante');
  expect(english(1, { other: 'off' })).toBe('off');
});
