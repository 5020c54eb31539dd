import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const own = 'test/unit/architecture/repeatable-tests.test.ts';

const files = ['test', 'scripts', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map((path) => join(folder, path).replaceAll('\\', '/')),
);

/** Returns the matching lines of tests, scripts and tools as `path: line`, except in the files `but`. */
function lines(pattern: RegExp, ...but: readonly string[]): readonly string[] {
  return files
    .filter((path) => ![own, ...but].includes(path))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
}

it('the test folders contain only tests; shared code is in test/support', () => {
  const among = files.filter((path) => /^test\/(unit|contract|e2e)\//.test(path));
  expect(among.length).toBeGreaterThan(100);
  expect(among.filter((path) => !/\.(test|spec)\.ts$/.test(path))).toEqual([]);
});

describe('tests are repeatable, even in parallel', () => {
  it('random values come from the seed of the run', () => {
    // The replay tests draw seeds for whole lives, and print them.
    const drawing = ['test/support/seed.ts', 'tools/proof.mjs', 'test/unit/architecture/walls.test.ts'];
    expect(lines(/Math\.random\b|randomInt\(/, ...drawing)).toEqual([]);
  });

  it('each display has its own number', () => {
    for (const line of lines(/'Xvfb', \[/)) expect(line).toContain("'-displayfd'");
  });

  it('each server has its own port', () => {
    expect(lines(/\.listen\([1-9]/)).toEqual([]);
  });
});
