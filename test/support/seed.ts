/*
 * The seed of all random choices in tests. By default it is always the same, so that failures are reproducible.
 * `OCTOGLANCE_SEED=random` chooses another one and prints it; `OCTOGLANCE_SEED=123` repeats that one.
 */

const fixed = 1;
const wanted = process.env['OCTOGLANCE_SEED'] ?? String(fixed);

/** A whole number from 0 on. */
export const seed = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);

if (!Number.isSafeInteger(seed) || seed < 0)
  throw new RangeError(`OCTOGLANCE_SEED is a whole number or "random", not "${wanted}".`);
if (wanted === 'random') {
  // For the processes that run the tests, which need the seed too.
  process.env['OCTOGLANCE_SEED'] = String(seed);
  process.stdout.write(`OCTOGLANCE_SEED=${seed}\n`);
}
