// Writes a history as fast as it can, by appending or by rewriting it, until it is killed.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../../..');
const [folder = '', printer = ''] = process.argv.slice(2);
const loaded = await runnerImport('./src/storage/history-files.ts', { root, configFile: false, logLevel: 'error' });
const { createHistoryFiles } = /** @type {typeof import('../../../src/storage/history-files.ts')} */ (loaded.module);
const files = createHistoryFiles({ folder, onNotice: () => {} });
/** @type {import('../../../src/domain/spans.ts').Span[]} */
const spans = [];
for (let index = 0; ; index += 1) {
  spans.push({ state: index % 2 === 0 ? 'connected' : 'disconnected', from: index * 10, to: index * 10 + 10 });
  if (index % 7 === 6) await files.replace(printer, spans);
  else await files.append(printer, spans.slice(-1));
  if (index === 10) process.stdout.write('writing\n');
}
