// Puts what the attacks of the last test runs came to into docs/reliability.md: `npm run reliability:machine`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const found = join(root, '.reliability/machine');
const page = join(root, 'docs/reliability.md');
const [begin, end] = ['<!-- machine faults -->', '<!-- /machine faults -->'];

const attacks = existsSync(found)
  ? readdirSync(found)
      .sort()
      .map((name) => JSON.parse(readFileSync(join(found, name), 'utf8')))
  : [];
const rows = attacks.map(
  ({ promise, test, cases, lost }) => `| ${promise} | \`${test}\` | ${cases} | ${cases - lost} | ${lost} |`,
);
const soak = join(root, '.reliability/soak.json');
const lines = [
  '| promise | test | cases | survived | lost |',
  '|---|---|--:|--:|--:|',
  ...rows,
  ...(existsSync(soak) ? ['', `\`npm run soak\`: ${JSON.parse(readFileSync(soak, 'utf8')).line}`] : []),
];
const document = readFileSync(page, 'utf8');
const [from, to] = [document.indexOf(begin), document.indexOf(end)];
if (from < 0 || to < from) throw new Error('The marks of the table are missing in docs/reliability.md.');
if (rows.length === 0) throw new Error('No attack has been run here yet: npm test.');
writeFileSync(page, `${document.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${document.slice(to)}`);
