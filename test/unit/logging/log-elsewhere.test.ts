import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from '../../../src/logging/log.ts';

it('writes from any folder, even far from any package.json', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance log '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The library would find one next to the test runner.
  const search = createRequire(import.meta.url)('electron-log/src/node/packageJson.js');
  const found = vi.spyOn(search, 'findAndReadPackageJson').mockReturnValue({ name: undefined, version: undefined });
  const log = createLog({ folder });
  log.info('written');
  await log.open();
  expect(readFileSync(join(folder, 'octoglance.log'), 'utf8')).toContain('written');
  found.mockRestore();
});
