import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an attack of the tests came to. `lost` are the cases in which a promise was broken. */
export interface Attack {
  /** What the app promises, in the words of docs/reliability.md. */
  readonly promise: string;
  /** Path of the test. */
  readonly test: string;
  readonly cases: number;
  readonly lost: number;
}

/**
 * Keeps the outcome for `npm run reliability`, which puts it into docs/reliability.md. The name is a file's, and is expected
 * there by tools/reliability/machine-faults.mjs.
 */
export function recordAttack(name: string, attack: Attack): void {
  const folder = join(import.meta.dirname, '../../.reliability/machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(attack, null, 2)}\n`);
}
