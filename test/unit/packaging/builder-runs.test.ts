import { describe, expect, it } from 'vitest';
import { builderRuns } from '../../../scripts/packaging/builder-runs.mjs';

const publishing = [
  '-c.linux.publish.provider=github',
  '-c.linux.publish.owner=octoglance',
  '-c.linux.publish.repo=OctoGlance',
];

describe('the runs of electron-builder', () => {
  it('package what updates itself separately', () => {
    expect(builderRuns(['--linux', '--x64', '--arm64'])).toEqual([
      ['--linux', 'AppImage', '--x64', '--arm64', ...publishing],
      ['--linux', 'deb', 'rpm', 'tar.gz', '--x64', '--arm64'],
    ]);
    expect(builderRuns(['--win', '--x64', '--arm64'])).toEqual([
      ['--win', 'nsis', '--x64', '--arm64'],
      ['--win', 'zip', '--x64', '--arm64'],
    ]);
    expect(builderRuns(['--linux', 'deb', 'appimage', '-c.deb.compression=zst'])).toEqual([
      ['--linux', 'appimage', '-c.deb.compression=zst', ...publishing],
      ['--linux', 'deb', '-c.deb.compression=zst'],
    ]);
  });

  it('are a single one if nothing has to be separate', () => {
    for (const requested of [
      [],
      ['--dir'],
      ['--linux', '--dir'],
      ['--mac', '--universal'],
      ['--linux', 'deb'],
      ['--linux', 'tar.gz', '--x64'],
    ])
      expect(builderRuns(requested)).toEqual([requested]);
  });
});
