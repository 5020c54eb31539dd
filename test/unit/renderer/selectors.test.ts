import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../renderer/styles');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
/** What contains the whole list. */
const around = /(?:^|[\s>+~,(])(?:html|body|main|:root|\*|#window|\.rows|\.page)[^\s>+~,{]*:has\(/;

test('no rule looks through every row for something at each change', () => {
  expect(sheets).toContain('rows.css');
  for (const sheet of sheets) {
    const lines = readFileSync(join(folder, sheet), 'utf8').split('\n');
    expect(
      lines.filter((line) => around.test(line)),
      sheet,
    ).toEqual([]);
  }
});

test.each([
  'html:has(.filter) {',
  '  .rows.long:has(article),',
  ':root:not(:has(.selection-bar)) {',
  'p, main:has(> a) {',
])('it would find %s', (rule) => {
  expect(rule).toMatch(around);
});
