import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Files that a page links to or names by their path in the repo. */
function namedFiles(page: string, text: string): readonly string[] {
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
    join(dirname(page), path),
  );
  const named = [...text.matchAll(/`((?:src|renderer|scripts|test|assets|docs|\.github)\/[\w./-]+)`/g)];
  return [...linked, ...named.map(([, path = '']) => path)];
}

describe.each(pages)('%s', (page) => {
  it('names no file that does not exist', () => {
    const text = readFileSync(join(root, page), 'utf8');
    expect(namedFiles(page, text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

it('a file that does not exist is found', () => {
  expect(namedFiles('docs/a.md', 'See [this](b.md#part), `src/c.ts`, [that](https://example.com).')).toEqual([
    'docs/b.md',
    'src/c.ts',
  ]);
});
