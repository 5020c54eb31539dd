import { describe, expect, it } from 'vitest';
import { catalogues, textsOf } from '../../support/i18n/catalogues.ts';

/** Deliberately identical in both languages: names, symbols, and words that German has adopted. */
const sameInBoth = new Set([
  'settings.themes.system',
  'settings.languages.system',
  'settings.languages.en',
  'settings.languages.de',
  'settings.topic.perks.label',
  'list.orders.by-state',
  'history.details',
  'printDetails.gadget',
  'printDetails.webcam',
  'alerts.buttons.details',
]);

/** Calls a text function with `value` for every argument, which makes it easy to find in the result. */
function sample(make: (...args: unknown[]) => unknown, value: unknown): string {
  return JSON.stringify(make(...Array.from({ length: make.length }, () => value)));
}

describe.each(catalogues)('German in $name', ({ english, german }) => {
  const inEnglish = new Map(textsOf(english).map(({ path, content }) => [path, content]));
  const inGerman = new Map(textsOf(german).map(({ path, content }) => [path, content]));

  it('has a text wherever English has one, and no others', () => {
    expect([...inGerman.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  it('differs from English', () => {
    const untranslated = [...inEnglish].flatMap(([path, content]) =>
      typeof content === 'string' && /[a-z]{3}/.test(content) && content === inGerman.get(path) && !sameInBoth.has(path)
        ? // Lists (keys, months, weekdays) contain key labels and proper names.
          [/\.\d+(\.|$)/.test(path) || /^org\./.test(content) ? '' : path]
        : [],
    );
    expect(untranslated.filter((path) => path !== '')).toEqual([]);
  });

  it('has no empty text', () => {
    for (const texts of [inEnglish, inGerman]) {
      expect([...texts].filter(([, content]) => content === '').map(([path]) => path)).toEqual([]);
    }
  });

  it('uses every value that it is given', () => {
    for (const [path, content] of inEnglish) {
      const other = inGerman.get(path);
      if (typeof content !== 'function' || typeof other !== 'function') continue;
      for (const value of [7, 1]) {
        const count = (text: string) => text.split(String(value)).length > 1;
        let one: string;
        try {
          one = sample(content as (...args: unknown[]) => unknown, value);
        } catch {
          // Takes one of a few names, not a number. TypeScript checks that both languages have the same ones.
          continue;
        }
        expect(count(sample(other as (...args: unknown[]) => unknown, value)), path).toBe(count(one));
      }
    }
  });
});
