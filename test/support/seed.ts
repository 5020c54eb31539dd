/*
 * Where the random choices of all tests begin. In the gate it is always the same number, so that a test which fails there
 * fails again. `OCTOGLANCE_SEED=random` draws another one and prints it; `OCTOGLANCE_SEED=123` goes through that one once more.
 */

const fixed = 1;
const wanted = process.env['OCTOGLANCE_SEED'] ?? String(fixed);

/** A whole number from 0 on. */
export const seed = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);

if (!Number.isSafeInteger(seed) || seed < 0)
  throw new RangeError(`OCTOGLANCE_SEED is a whole number or "random", not "${wanted}".`);
if (wanted === 'random') {
  // For the processes that run the tests: they ask for the seed too.
  process.env['OCTOGLANCE_SEED'] = String(seed);
  process.stdout.write(`OCTOGLANCE_SEED=${seed}\n`);
}
