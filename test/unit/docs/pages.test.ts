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
const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** Returns links within the repo as written, including pictures. */
function links(text: string): readonly string[] {
  const written = [
    ...text.matchAll(/\]\((?!https?:)([^)]+)\)/g),
    ...text.matchAll(/(?:src|srcset)="(?!https?:)([^"]+)"/g),
  ];
  return written.map(([, link = '']) => link);
}

/** Returns the files that a page links to or names by their path in the repo. */
function namedFiles(page: string, text: string): readonly string[] {
  const linked = links(text)
    .map((link) => link.split('#')[0] ?? '')
    .filter((path) => path !== '')
    .map((path) => join(dirname(page), path));
  const inCode = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(' '));
  const named = inCode.filter((word) => /^(src|renderer|scripts|test|assets|docs|\.github)\/[\w./-]+$/.test(word));
  return [...linked, ...named];
}

/** Returns the anchors that GitHub generates for a page's headings, without duplicates. */
function anchors(text: string): ReadonlySet<string> {
  const withoutCode = text.replace(/^```.*?^```/gms, '');
  const headings = [...withoutCode.matchAll(/^#+ +(.+?) *$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Returns links to headings that do not exist. */
function brokenAnchors(page: string, text: string, textOf: (page: string) => string): readonly string[] {
  return links(text).filter((link) => {
    const [path = '', anchor] = link.split('#');
    if (anchor === undefined) return false;
    return !anchors(path === '' ? text : textOf(join(dirname(page), path))).has(anchor);
  });
}

const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

/** Returns the `npm run …` commands of a page that package.json lacks. */
function unknownCommands(text: string): readonly string[] {
  const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
  return named.filter((name) => scripts[name] === undefined);
}

describe.each(pages)('%s', (page) => {
  it('refers to no missing file', () => {
    expect(namedFiles(page, read(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('refers to no missing heading', () => {
    expect(brokenAnchors(page, read(page), read)).toEqual([]);
  });

  it('refers to no missing command', () => {
    expect(unknownCommands(read(page))).toEqual([]);
  });
});

it('a missing file is found', () => {
  const text = 'See [this](b.md#part), `node src/c.ts`, [that](https://example.com), <img src="d.png">.';
  expect(namedFiles('docs/a.md', text)).toEqual(['docs/b.md', 'docs/d.png', 'src/c.ts']);
});

it('a missing heading is found', () => {
  const other = '# Other\n\n## “Can’t check”, though\n\n```\n# no heading\n```\n';
  const text = '# Here\n[a](#here) [b](#gone) [c](b.md#cant-check-though) [d](b.md#no-heading) [e](b.md)';
  expect(brokenAnchors('docs/a.md', text, () => other)).toEqual(['#gone', 'b.md#no-heading']);
});

it('a missing command is found', () => {
  expect(unknownCommands('`npm run check`, `npm run --silent replay`, `npm run reliability:gone`')).toEqual([
    'reliability:gone',
  ]);
});
