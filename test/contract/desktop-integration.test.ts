import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Packager } from 'electron-builder';
import { afterEach, describe, expect, it, vi } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const { version, desktopName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const metainfo = join(root, 'assets/linux/io.github.octoglance.OctoGlance.metainfo.xml');
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));

/** electron-builder's own code for desktop files, with our configuration, checked by its schema. */
async function linuxHelper() {
  const packager = new Packager({ projectDir: root });
  await packager.validateConfig();
  const { AppInfo } = builder('app-builder-lib/out/appInfo.js');
  const { LinuxPackager } = builder('app-builder-lib/out/linuxPackager.js');
  const { LinuxTargetHelper } = builder('app-builder-lib/out/targets/LinuxTargetHelper.js');
  Object.assign(packager, { _appInfo: new AppInfo(packager, null) });
  const linux = new LinuxPackager(packager);
  const helper = new LinuxTargetHelper(linux);
  expect(`${helper.getDesktopFileName()}.desktop`).toBe(desktopName);
  return { linux, helper };
}

/** The desktop file as electron-builder puts it into a package. */
async function writeDesktopFile(folder: string): Promise<string> {
  const { linux, helper } = await linuxHelper();
  return helper.writeDesktopEntry(linux.platformSpecificBuildOptions, undefined, join(folder, desktopName));
}

describe.runIf(process.platform === 'linux')('the packages for Linux', () => {
  it('include a valid desktop file that handles octoglance: links', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-desktop-'));
    try {
      const file = await writeDesktopFile(folder);
      const { stdout, stderr, error, status } = spawnSync('desktop-file-validate', [file], { encoding: 'utf8' });
      expect({ stdout, stderr, error, status }).toEqual({ stdout: '', stderr: '', error: undefined, status: 0 });
      const entry = readFileSync(file, 'utf8');
      expect(entry).toMatch(/^MimeType=x-scheme-handler\/octoglance;$/m);
      expect(entry).toMatch(/^Exec=.*octoglance %U$/m);
      expect(entry).toMatch(/^GenericName\[de\]=3D-Drucker-Überwachung$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('leave the sandbox on in the AppImage’s menu entry', async () => {
    const { linux, helper } = await linuxHelper();
    const { default: AppImageTarget } = builder('app-builder-lib/out/targets/appimage/AppImageTarget.js');
    const entry = await new AppImageTarget('', linux, helper, 'dist').desktopEntry.value;
    expect(entry).toMatch(/^Exec=AppRun %U$/m);
    expect(entry).not.toContain('--no-sandbox');
  });

  it('include valid AppStream data of the current version', () => {
    const { stdout, error, status } = spawnSync('appstreamcli', ['validate', '--no-net', metainfo], {
      encoding: 'utf8',
    });
    expect(error).toBeUndefined();
    expect(status, stdout).toBe(0);
    const text = readFileSync(metainfo, 'utf8');
    expect(text).toContain(`<launchable type="desktop-id">${desktopName}</launchable>`);
    expect(/<release version="([^"]+)"/.exec(text)?.[1]).toBe(version);
    const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    const mapping = 'assets/linux/io.github.octoglance.OctoGlance.metainfo.xml=/usr/share/metainfo/';
    expect(configuration.split(mapping), 'one each for deb and rpm').toHaveLength(3);
  });
});

describe('the packages for macOS', () => {
  /** The options with which electron-builder would notarise. */
  const { MacTargetHelper } = builder('app-builder-lib/out/mac/MacTargetHelper.js');
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
  const names = [...workflow.matchAll(/^ {10}(APPLE_\w+): /gm)].map(([, name = '']) => name);
  afterEach(() => vi.unstubAllEnvs());

  it('are notarised with the credentials of the release workflow', () => {
    for (const name of names) vi.stubEnv(name, `example-${name}`);
    expect(MacTargetHelper.getNotarizeOptions('OctoGlance.app')).toEqual({
      tool: 'notarytool',
      appPath: 'OctoGlance.app',
      appleId: 'example-APPLE_ID',
      appleIdPassword: 'example-APPLE_APP_SPECIFIC_PASSWORD',
      teamId: 'example-APPLE_TEAM_ID',
    });
  });

  it('are built without notarisation if there are no secrets', () => {
    for (const name of names) vi.stubEnv(name, '');
    expect(MacTargetHelper.getNotarizeOptions('OctoGlance.app')).toBeUndefined();
  });
});
