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

  /** As in Abrechen2/TravStats#236, where “Sie” and “du” met in one dialog. At the start of a sentence “Sie” is a printer. */
  it('addresses the user as “du” throughout, in the same form of the imperative', () => {
    const formal =
      /(?<=[a-zäöüß,“] )(Sie|Ihnen|Ihr|Ihre[nmrs]?)\b|\b(Klicken|Wählen|Melden|Starten|Öffnen|Prüfen|Kopieren) Sie\b/u;
    const short = /(^|[.!:;] |, |\bund |\boder )(versuch|prüf|schließ|öffn|wähl|stell|trag|füg|kopier) /iu;
    const wrong = germanTexts().filter(({ text }) => formal.test(text) || short.test(text));
    expect(wrong).toEqual([]);
  });

  it('has German quotes, and a space before an ellipsis that stands for more', () => {
    const wrong = germanTexts().filter(({ text }) => /["']|“[^“”„]*”|[A-Za-zäöüß]…/u.test(text));
    expect(wrong).toEqual([]);
  });

  /** Every text, those that take values with 7 for each of them. */
  function germanTexts(): readonly { readonly path: string; readonly text: string }[] {
    return [...inGerman].flatMap(([path, content]) => {
      if (typeof content === 'string') return [{ path, text: content }];
      if (typeof content !== 'function') return [];
      try {
        const made: unknown = (content as (...args: unknown[]) => unknown)(
          ...Array.from({ length: content.length }, () => 7),
        );
        return typeof made === 'string'
          ? [{ path, text: made }]
          : textsOf(made).flatMap((one) => (typeof one.content === 'string' ? [{ path, text: one.content }] : []));
      } catch {
        return [];
      }
    });
  }

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
