import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogues, textsOf } from '../../support/i18n/catalogues.ts';

const root = join(import.meta.dirname, '../../..');

function sourcesIn(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^i18n\/(window\/)?(en|de)\//.test(path) && !/^demo\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));
}

/** Comments are for developers. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Returns the texts in a source file that a user would read; they belong in the catalogue. */
function strayTexts(path: string, text: string): readonly string[] {
  const code = withoutComments(text);
  const found = new Set<string>();
  // Two adjacent words, the first capitalized: a sentence or a title.
  for (const [, shown = ''] of code.matchAll(/['`]([A-Z][a-z’]+…?(?: [a-z“$][^'`\n]*)?)['`]/g)) {
    if (shown.includes(' ') || shown.endsWith('…')) found.add(shown);
  }
  if (path.endsWith('.tsx')) {
    for (const [, shown = ''] of code.matchAll(/(?:aria-label|title|placeholder|label|words|alt)="([^"]+)"/g))
      found.add(shown);
    for (const [, shown = ''] of code.matchAll(/(?<!=)>\s*([A-Z][A-Za-z’ ,.]{2,})\s*</g)) found.add(shown.trim());
  }
  return [...found];
}

/** Whether the code reads a property with this name. */
function isRead(name: string, code: string): boolean {
  const plain = name.replace(/[^\w-]/g, '');
  return new RegExp(`[.]${plain}\\b|[{,]\\s*${plain}\\s*[,:}]|'${plain}'`).test(code) && !/^\d+$/.test(name);
}

/** Texts for developers, logs and other programs, and technical small print. */
const forOthers: Readonly<Record<string, readonly RegExp[]>> = {
  src: [
    /^storage\/(document-file|migrations|document-store|history-files|line-file|print-history-files|printer-store|pending-deletions|printer-list-file)\.ts: /,
    /^keychain\/keytar-process\.ts: /,
    /^logging\//,
    /^diagnostics\//,
    /^domain\/sanitize-name\.ts: Unnamed printer$/,
    /^desktop\/tray\/tray-image\.ts: The icon /,
    /^desktop\/lifecycle\/(crash-guard|window-crashes|start-error)\.ts: /,
    /^compose\.ts: (Uncaught error|Unhandled rejection|No status for other programs)$/,
    /^desktop\/window\/app-protocol\.ts: Not found$/,
    /^desktop\/integration\/system-keychain\.ts: /,
    /^octoeverywhere\/origin\.ts: /,
    /^status-command\/profile-lock\.ts: /,
    /^desktop\/lifecycle\/installation\.ts: Uninstall /,
    /^app\/update-notifier\.ts: /,
    /^updates\//,
    /^timers\//,
    /^ipc\/request-gate\.ts: /,
  ],
  renderer: [/^state\/newest-settings\.ts: /, /^screens\/start-failed\.tsx: OctoGlance$/],
};

describe.each(catalogues)('Texts of $name', ({ english, folder }) => {
  const sources = sourcesIn(folder);

  it('are only in the catalogue', () => {
    const stray = sources
      .flatMap(({ path, text }) => strayTexts(path, text).map((shown) => `${path}: ${shown}`))
      .filter((shown) => !forOthers[folder]?.some((allowed) => allowed.test(shown)));
    expect(stray).toEqual([]);
  });

  it('are all used', () => {
    // Times are formatted by one function for both.
    const moments = readFileSync(join(root, 'src/i18n/format-moment.ts'), 'utf8');
    const code = [...sources, { text: moments }].map(({ text }) => withoutComments(text)).join('\n');
    const unused = textsOf(english)
      .map(({ path }) => path.split('.'))
      // A text is used by its own name, or is part of a list or record whose name is used.
      .filter((parts) => !parts.slice(1).some((part) => isRead(part, code)))
      .map((parts) => parts.join('.'));
    expect(unused).toEqual([]);
  });
});

describe('The search for hardcoded texts', () => {
  it.each([
    ['one.ts', "announce('All printers are gone.');"],
    ['one.ts', 'return `Checking $' + '{name} now.`;'],
    ['one.tsx', '<button title="Refresh">x</button>'],
    ['one.tsx', '<p>\n  Not yet known\n</p>'],
  ])('finds one in %s: %s', (path, text) => {
    expect(strayTexts(path, text)).toHaveLength(1);
  });

  it.each([
    ['one.ts', '/* Says that all is well. */ const state = "online";'],
    ['one.tsx', '<p class="hint">{said.refresh}</p>'],
  ])('finds none in %s: %s', (path, text) => {
    expect(strayTexts(path, text)).toEqual([]);
  });
});
