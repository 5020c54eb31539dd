import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkEntry, linkEntryName } from '../../../../src/desktop/integration/link-desktop-file.ts';
import { temporaryFolder } from '../../../support/desktop/link-place.ts';

const hasLauncher = process.platform === 'linux' && spawnSync('gio', ['version']).status === 0;
const hasValidator = spawnSync('desktop-file-validate', ['--help']).status === 0;

describe.runIf(hasLauncher)('the desktop entry', () => {
  it('passes the link to a program whose path needs quotes', async () => {
    const folder = mkdtempSync(join(temporaryFolder(), 'a $home "of" `many` \\ names '));
    const record = join(folder, 'record');
    const program = join(folder, 'octo glance');
    writeFileSync(
      program,
      '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/record.new"\nmv "$(dirname "$0")/record.new" "$(dirname "$0")/record"\n',
      { mode: 0o755 },
    );
    const file = join(folder, linkEntryName);
    writeFileSync(file, linkEntry([program, '--user-data-dir=/a b/100%']));
    if (hasValidator) expect(spawnSync('desktop-file-validate', [file], { encoding: 'utf8' }).stdout).toBe('');
    const link = 'octoglance://connected?state=example&success=true';
    expect(spawnSync('gio', ['launch', file, link]).status).toBe(0);
    await expect.poll(() => existsSync(record)).toBe(true);
    expect(readFileSync(record, 'utf8').split('\n')).toEqual(['--user-data-dir=/a b/100%', link, '']);
  });
});
