/** A text in each plural form of its language; `other` is used for forms without their own text. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * Returns a function that picks the plural form of a text for a count in `locale` (CLDR's plural rules). The rules are
 * loaded on first use.
 */
export function pluralFor(locale: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | null = null;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(locale);
    return forms[rules.select(count)] ?? forms.other;
  };
}
