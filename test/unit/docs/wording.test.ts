import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What readers and users see: texts, docs, comments and test titles. */
const read = [
  ...['src', 'renderer', 'test', 'tools', 'scripts', 'docs', 'assets/completions'].flatMap((folder) => filesIn(folder)),
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
].filter((path) => /\.(tsx?|[cm]js|css|md|jsonl|bash|zsh|fish)$/.test(path) && !path.endsWith('wording.test.ts'));

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(^|\/)(node_modules|pictures|page\/out)\//.test(name))
    .map((name) => `${folder}/${name}`);
}

interface Kind {
  /** What a native writer would write. */
  readonly instead: string;
  readonly words: RegExp;
}

/** Kinds of wording that sound translated, or that have another word in this project. */
const kinds: readonly Kind[] = [
  {
    instead: 'notify, report',
    words: /\b(is|are|was|were|been|being|be|and|gets?) told\b|\bnothing told\b|\btold (of|once|again)\b/i,
  },
  { instead: 'notify, report', words: /\btells? of\b|\bhears? of it\b/i },
  { instead: 'automatically, on its own', words: /\b(by itself|by themselves|of itself)\b/i },
  { instead: 'again, or a verb with re-', words: /\b(anew|once more)\b/i },
  { instead: 'the reason', words: /\bin vain\b|\bfor ever\b|\bto no avail\b/i },
  { instead: 'saved', words: /\b(nothing|not|was|were) kept as\b|\bnothing is kept\b|\bwas not kept\b/i },
  {
    instead: 'request',
    words: /\b(asks?|sends?|answers?|repeats?) (a|the|no|its|their|further) questions?\b|\bquestions (an|per) /i,
  },
  { instead: 'check for updates', words: /\blook(s|ed|ing)? for updates?\b/i },
  { instead: 'moved aside', words: /\bset aside\b/i },
  { instead: 'in total', words: /(?<!'), \d+ in all\b/i },
  { instead: 'history', words: /\b(of|in) the past\b(?! few| hour| day)/i },
  { instead: 'vulnerability', words: /\breport(ing)? a weakness\b/i },
  { instead: 'action', words: /\bdeeds?\b/i },
  { instead: 'timeout, limit, delay', words: /\bpatience\b/i },
  { instead: 'state', words: /\bmood\b/i },
  { instead: 'tokens', words: /\bcustody\b/i },
  { instead: 'time scale, interval', words: /\btempo\b/i },
  { instead: 'due', words: /\bripe\b/i },
  { instead: 'choice, setting', words: /\bwishes\b/i },
  { instead: 'redact', words: /\bconceal/i },
  { instead: 'event, candidate', words: /\b(newsworthy|mayHaveNews|onNews)\b/ },
  { instead: 'requestedAt, lastCheckedAt', words: /\b(askedAt|keepLookedAt)\b/ },
  { instead: 'formatMoment', words: /\b(clockTime|clockWords)\b/ },
  { instead: 'group, collect, debounce', words: /\bgather(ed|ing|ings|s)?\b/i },
  { instead: 'timeline', words: /\b(day|row|big)-?strip\b/i },
];

/** Places where a word is right, each with the reason. */
const exceptions: readonly { readonly path: RegExp; readonly line: RegExp; readonly why: string }[] = [
  { path: /later-app\.test\.ts$/, line: /mood: 'calm'/, why: 'an entry that no version knows' },
  { path: /due-prints\.ts$/, line: /possibly in the past/, why: 'a time before now' },
  {
    path: /(switch-row|quiet-day-row)\.tsx$/,
    line: /says by itself whether it is checked/,
    why: 'what a checkbox does',
  },
];

const isException = (path: string, line: string) =>
  exceptions.some((one) => one.path.test(path) && one.line.test(line));

describe('the wording of texts, docs, comments and test titles', () => {
  const lines = read.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .map((line, index) => ({ path, line, at: `${path}:${index + 1}` })),
  );

  it.each(kinds)('says $instead', ({ words }) => {
    const found = lines.filter(({ path, line }) => words.test(line) && !isException(path, line));
    expect(found.map(({ at, line }) => `${at}: ${line.trim().slice(0, 120)}`)).toEqual([]);
  });

  it('needs every exception', () => {
    const needed = exceptions.filter(({ path, line }) =>
      lines.some(
        (one) => path.test(one.path) && line.test(one.line) && kinds.some(({ words }) => words.test(one.line)),
      ),
    );
    expect(needed).toHaveLength(exceptions.length);
  });

  it('is found wherever it stands', () => {
    const samples = [
      '// Nothing is told of it.',
      '# the app ends by itself',
      '| SIGINT | begins anew |',
      'waits in vain',
      'const patience = 5;',
    ];
    for (const sample of samples)
      expect(
        kinds.some(({ words }) => words.test(sample)),
        sample,
      ).toBe(true);
  });
});
