import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Arch, getArtifactArchName } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { packageKind } from '../../../src/desktop/integration/package-kind.ts';
import { updateSteps } from '../../../src/domain/update-steps.ts';

const executable = '/opt/OctoGlance/octoglance';
const noTool = async () => null;

describe('The running package', () => {
  it('is found through dpkg or rpm, otherwise an archive', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-dpkg-'));
    const debianList = join(folder, 'octoglance.list');
    const kind = (output = noTool as (program: string, args: readonly string[]) => Promise<string | null>) =>
      packageKind({ platform: 'linux', executable, isAppImage: false, output, debianList });
    expect(await kind()).toBe('archive');
    // Debian may have the rpm tool too, and an installed package may lie next to the running program.
    writeFileSync(debianList, '/.\n/opt\n/opt/OctoGlance/octoglance.old\n');
    expect(await kind()).toBe('archive');
    expect(await kind(async () => 'file /opt/OctoGlance/octoglance is not owned by any package')).toBe('archive');
    expect(await kind(async (_program, args) => (args.includes(executable) ? 'octoglance' : 'other'))).toBe('rpm');
    writeFileSync(debianList, `/.\n${executable}\n`);
    expect(await kind()).toBe('deb');
    rmSync(folder, { recursive: true });
    expect(await packageKind({ platform: 'win32', executable, isAppImage: false, output: noTool })).toBe('archive');
    expect(await packageKind({ platform: 'darwin', executable, isAppImage: false, output: noTool })).toBe('disk-image');
  });
});

describe('An AppImage', () => {
  it('is no archive, and belongs to no package', async () => {
    const output = async () => expect.unreachable();
    expect(await packageKind({ platform: 'linux', executable, isAppImage: true, output })).toBe('app-image');
  });

  it('is named like those that electron-builder makes', () => {
    for (const [arch, built] of [
      ['x64', Arch.x64],
      ['arm64', Arch.arm64],
    ] as const) {
      const name = `octoglance-1.2.3-linux-${getArtifactArchName(built, 'AppImage')}.AppImage`;
      expect(updateSteps('app-image', '1.2.3', { platform: 'linux', arch })?.file).toBe(name);
    }
  });
});

describe('The steps to a newer version', () => {
  const on = (platform: string, arch: string) => ({ platform, arch });

  it.each([
    ['deb', 'linux', 'x64', 'octoglance-1.2.3-linux-amd64.deb', 'sudo apt install ./octoglance-1.2.3-linux-amd64.deb'],
    [
      'rpm',
      'linux',
      'arm64',
      'octoglance-1.2.3-linux-aarch64.rpm',
      'sudo rpm --upgrade ./octoglance-1.2.3-linux-aarch64.rpm',
    ],
    ['app-image', 'linux', 'x64', 'octoglance-1.2.3-linux-x86_64.AppImage', null],
    ['app-image', 'linux', 'arm64', 'octoglance-1.2.3-linux-arm64.AppImage', null],
    ['archive', 'linux', 'x64', 'octoglance-1.2.3-linux-x64.tar.gz', null],
    ['archive', 'win32', 'arm64', 'octoglance-1.2.3-win-arm64.zip', null],
    ['disk-image', 'darwin', 'arm64', 'octoglance-1.2.3-mac-universal.dmg', null],
  ] as const)('of a %s on %s %s name its file', (kind, platform, arch, file, command) => {
    expect(updateSteps(kind, '1.2.3', on(platform, arch))).toEqual({ file, command });
  });

  it('are not guessed for another processor or an unknown package', () => {
    expect(updateSteps('deb', '1.2.3', on('linux', 'riscv64'))).toBeNull();
    expect(updateSteps(null, '1.2.3', on('linux', 'x64'))).toBeNull();
  });

  it('use the actual names of the packages', () => {
    const builder = readFileSync(resolve(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
    expect(builder).toContain('artifactName: ${name}-${version}-${os}-${arch}.${ext}');
  });
});
