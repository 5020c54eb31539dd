import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dropForeignEnvironment, sessionEnvironment } from '../../../src/startup/own-environment.ts';

const image = { file: '/home/ada/OctoGlance.AppImage', folder: '/tmp/.mount_OctoGl1', stamp: '' };
const executable = '/tmp/.mount_OctoGl1/octoglance';

describe('the environment of programs this app starts', () => {
  it('mentions no AppImage, whosever it is', () => {
    for (const own of [image, null]) {
      const environment = {
        ...{ APPIMAGE: image.file, APPDIR: image.folder, OWD: '/home/ada', ARGV0: './OctoGlance.AppImage' },
        ...{ TARGET_APPIMAGE: '/x.AppImage', APPIMAGE_EXIT_AFTER_INSTALL: 'true', HOME: '/home/ada' },
      };
      dropForeignEnvironment(environment, executable, own);
      expect(environment).toEqual({ HOME: '/home/ada' });
    }
  });

  it('has no folders of its own mount point, which others could recreate after its end', () => {
    const environment = {
      PATH: '/tmp/.mount_OctoGl1:/tmp/.mount_OctoGl1/usr/sbin:/usr/bin:/tmp/.mount_OctoGl12/bin',
      LD_LIBRARY_PATH: '/tmp/.mount_OctoGl1/usr/lib',
      XDG_DATA_DIRS: '/tmp/.mount_OctoGl1/usr/share/::/usr/share',
      GSETTINGS_SCHEMA_DIR: '/tmp/.mount_OctoGl1/usr/share/glib-2.0/schemas',
    };
    dropForeignEnvironment(environment, executable, image);
    expect(environment).toEqual({ PATH: '/usr/bin:/tmp/.mount_OctoGl12/bin', XDG_DATA_DIRS: ':/usr/share' });
  });

  it('keeps the folders of the program that started it', () => {
    const environment = { APPDIR: '/tmp/.mount_Termin', PATH: '/tmp/.mount_Termin/bin:/usr/bin' };
    dropForeignEnvironment(environment, '/opt/OctoGlance/octoglance', null);
    expect(environment).toEqual({ PATH: '/tmp/.mount_Termin/bin:/usr/bin' });
  });

  it('mentions a snap or a Flatpak only inside one', () => {
    const snap = { SNAP: '/snap/code/1', SNAP_NAME: 'code', SNAP_INSTANCE_NAME: 'code', SNAPSHOT: 'x' };
    const environment = { ...snap, FLATPAK_ID: 'org.example.Ide' };
    dropForeignEnvironment(environment, '/opt/OctoGlance/octoglance', null);
    expect(environment).toEqual({
      SNAPSHOT: 'x',
      ...(existsSync('/.flatpak-info') ? { FLATPAK_ID: 'org.example.Ide' } : {}),
    });
    const inside = { SNAP: process.execPath.replace(/\/[^/]*$/, ''), SNAP_NAME: 'octoglance' };
    const before = { ...inside };
    dropForeignEnvironment(inside, process.execPath, null);
    expect(inside).toEqual(before);
  });
});

describe('the environment of the session', () => {
  it('has the user’s folders, not those beside the AppImage', () => {
    const portable = { HOME: `${image.file}.home`, XDG_CONFIG_HOME: `${image.file}.config`, LANG: 'C' };
    expect(sessionEnvironment(portable, image, () => '/home/ada')).toEqual({ HOME: '/home/ada', LANG: 'C' });
    expect(sessionEnvironment(portable, null, () => '/home/ada')).toEqual(portable);
    const usual = { HOME: '/home/ada', XDG_CONFIG_HOME: '/home/ada/c' };
    const never = () => {
      throw new Error('Nobody of that number');
    };
    expect(sessionEnvironment(usual, image, never)).toEqual(usual);
  });
});
