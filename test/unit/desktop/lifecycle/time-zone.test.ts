import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { followTimeZone } from '../../../../src/desktop/lifecycle/time-zone.ts';

it.runIf(process.platform === 'linux')('reports a replaced time zone once, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-zone-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv('TZ', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  symlinkSync('/usr/share/zoneinfo/UTC', join(folder, 'localtime'));
  let changes = 0;
  const stop = followTimeZone(() => {
    changes += 1;
  }, folder);
  onTestFinished(stop);
  writeFileSync(join(folder, 'hostname'), 'other');
  symlinkSync('/usr/share/zoneinfo/America/New_York', join(folder, 'localtime.new'));
  renameSync(join(folder, 'localtime.new'), join(folder, 'localtime'));
  await expect.poll(() => changes, { timeout: 20_000 }).toBe(1);
});

it('a missing zone folder is ignored', () => {
  expect(() => followTimeZone(() => {}, '/nowhere/at/all')()).not.toThrow();
});
