/** A text in each plural form of its language; `other` also stands for the forms without a text of their own. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * Returns the function that picks the form of a text for a count in `locale` (CLDR's plural rules). The rules are
 * loaded at the first use.
 */
export function pluralFor(locale: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | null = null;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(locale);
    return forms[rules.select(count)] ?? forms.other;
  };
}
