import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changelogSection } from '../../../scripts/release/changelog.mjs';
import { checksums } from '../../../scripts/release/checksums.mjs';
import { releaseFaults } from '../../../scripts/release/release-faults.mjs';
import { releaseNotes } from '../../../scripts/release/release-notes.mjs';

const repo = resolve(import.meta.dirname, '../../..');
const changelog = '# Changes\n\nWords.\n\n## 1.2.0 – 2026-02-01\n\n- New.\n\n## 1.1.0 – 2026-01-01\n\n- Old.\n';
const whole = {
  version: '1.2.0',
  lockedVersion: '1.2.0',
  changelog,
  metainfo: '<releases><release version="1.2.0" date="2026-02-01" type="stable"/><release version="1.1.0"/></releases>',
  changedFiles: [],
  tags: ['v1.1.0'],
};

describe('A release', () => {
  it('that is complete has no faults', () => {
    expect(releaseFaults(whole)).toEqual([]);
  });

  it.each([
    ['files that are not committed', { changedFiles: ['src/a.ts', 'b'] }, 'src/a.ts, b'],
    ['many of them', { changedFiles: Array(9).fill('x') }, 'and 4 more'],
    ['no section in the changelog', { version: '1.3.0', lockedVersion: '1.3.0' }, 'no section “## 1.3.0'],
    ['an empty section', { changelog: '## 1.2.0 – 2026-02-01\n\n## 1.1.0\n' }, 'is empty'],
    ['a section without a date', { changelog: '## 1.2.0\n\n- New.\n' }, 'no date'],
    [
      'changes of no version',
      { changelog: `## Not yet released\n\n- More.\n\n${changelog}` },
      'above the newest version',
    ],
    ['another version in the lock file', { lockedVersion: '1.1.0' }, 'package-lock.json says 1.1.0'],
    ['older AppStream data', { metainfo: '<release version="1.1.0"/>' }, 'AppStream data is 1.1.0'],
    ['a tag already', { tags: ['v1.2.0'] }, 'tagged already'],
    ['no plain version', { version: '1.2.0-beta', lockedVersion: '1.2.0-beta' }, 'is no version'],
  ])('with %s is refused with instructions', (_what, change, line) => {
    expect(releaseFaults({ ...whole, ...change }).join('\n')).toContain(line);
  });

  it('uses the text of its own changelog section, in any format', () => {
    expect(changelogSection(changelog, '1.2.0')).toEqual({ date: '2026-02-01', text: '- New.' });
    expect(changelogSection('## v1.2.0 (2026-02-01)\r\n'.replaceAll('\r', ''), '1.2.0')).toEqual({
      date: '2026-02-01',
      text: '',
    });
    expect(changelogSection(changelog, '1.2')).toBeNull();
    const notes = releaseNotes(changelog, '1.2.0');
    expect(notes).toMatch(/^- New\.\n/);
    expect(notes).not.toContain('Old');
  });

  it('has checksums that sha256sum verifies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-sums-'));
    for (const name of ['b.deb', 'a b.tar.gz']) writeFileSync(join(folder, name), name);
    const sums = await checksums(['b.deb', 'a b.tar.gz'].map((name) => join(folder, name)));
    expect(sums).toMatch(/^[0-9a-f]{64} {2}a b\.tar\.gz\n[0-9a-f]{64} {2}b\.deb\n$/);
    rmSync(folder, { recursive: true });
  });

  it('from this checkout lacks only a commit and a tag', () => {
    const read = (path: string) => readFileSync(join(repo, path), 'utf8');
    const faults = releaseFaults({
      version: JSON.parse(read('package.json')).version,
      lockedVersion: JSON.parse(read('package-lock.json')).version,
      changelog: read('CHANGELOG.md'),
      metainfo: read('assets/linux/io.github.octoglance.OctoGlance.metainfo.xml'),
      changedFiles: [],
      tags: [],
    });
    // Between two releases, new changes are listed above the newest version.
    expect(faults.filter((fault) => !fault.includes('above the newest version'))).toEqual([]);
  });
});
