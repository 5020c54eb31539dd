import fc from 'fast-check';

/** Arbitrary values in place of a field. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    ' ',
    'NaN',
    '-1',
    '1e999',
    '12.5',
    '007',
    '\u202e\u0000',
    true,
    false,
    [],
    {},
    -1,
    0,
  ),
  fc.double(),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Returns objects in which each of these fields is present or absent, valid or nonsense. */
export function withNonsense(right: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(right).map(([name, value]) => [name, fc.option(fc.oneof(value, nonsense))] as const);
  return fc.oneof({ weight: 9, arbitrary: fc.record(Object.fromEntries(fields), { requiredKeys: [] }) }, nonsense);
}
