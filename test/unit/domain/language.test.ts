import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/domain/language.ts';

describe('The language', () => {
  it.each([
    ['system', ['de-DE', 'en-US'], 'de'],
    ['system', ['de_AT.UTF-8'], 'de'],
    ['system', ['DE'], 'de'],
    ['system', ['fr-FR', 'de-CH', 'en'], 'de'],
    ['system', ['en-GB', 'de'], 'en'],
    ['system', ['fr-FR'], 'en'],
    ['system', ['den-CA'], 'en'],
    ['system', ['C', ''], 'en'],
    ['system', [], 'en'],
    ['en', ['de-DE'], 'en'],
    ['de', ['en-US'], 'de'],
  ] as const)('chosen %s with %j is %s', (choice, system, language) => {
    expect(languageOf(choice, system)).toBe(language);
  });
});
