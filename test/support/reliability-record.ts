import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The result of an attack by the tests. `lost` counts the cases in which a promise was broken. */
export interface Attack {
  /** The app's promise, as in docs/reliability.md. */
  readonly promise: string;
  /** What was measured, as part of a sentence. */
  readonly measured?: string;
  /** Path of the test. */
  readonly test: string;
  readonly cases: number;
  readonly lost: number;
}

/**
 * Saves the result for `npm run reliability`, which inserts it into docs/reliability.md. `name` is the name of the
 * file, which tools/reliability/machine-faults.mjs expects.
 */
export function recordAttack(name: string, attack: Attack): void {
  const folder = join(import.meta.dirname, '../../.reliability/machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(attack, null, 2)}\n`);
}
