import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  appPicture,
  entryPictures,
  notificationPicture,
  trayPictures,
} from '../../../src/desktop/tray/tray-picture.ts';
import { claims } from '../../../src/domain/shown-status.ts';
import { assetsFolder } from '../../../tools/icons/icon-files.mjs';
import { staleStates, trayStates } from '../../../tools/icons/tray-palette.mjs';

const scales = [1, 1.25, 1.3333, 1.5, 1.75, 2, 2.25, 2.5, 3, 4];

const places = [
  { platform: 'linux', desktop: 'KDE' },
  { platform: 'linux', desktop: 'GNOME' },
  { platform: 'win32', desktop: '' },
  { platform: 'darwin', desktop: '' },
] as const;

const online = { state: 'online', stale: false } as const;

describe('trayPictures', () => {
  it('has a stale form for exactly the icons that show a status', () => {
    expect(trayStates.filter((state) => state !== 'none' && claims.has(state))).toEqual(staleStates);
  });

  it('names only existing files, for every system, status and display scale', () => {
    for (const place of places)
      for (const state of trayStates)
        for (const [scale, stale] of scales.flatMap((one) => [[one, false] as const, [one, true] as const]))
          for (const { file } of [true, false].flatMap((coloured) =>
            trayPictures({ state, stale }, scale, place, coloured),
          ))
            expect(existsSync(join(assetsFolder, file)), file).toBe(true);
    for (const state of trayStates)
      expect(existsSync(join(assetsFolder, notificationPicture(state))), state).toBe(true);
    expect(existsSync(join(assetsFolder, appPicture))).toBe(true);
  });

  it.each([
    [1, 22, 16],
    [1.25, 28, 20],
    [1.5, 33, 24],
    [1.75, 39, 28],
    [2, 44, 32],
    [2.5, 55, 44],
    [3, 66, 50],
    [5, 96, 96],
  ])('gives a Linux panel at scale %d one picture of %d pixels, and GNOME one of %d', (scale, size, onGnome) => {
    const at = (edge: number) => [{ file: `tray/online-${edge}.png`, scaleFactor: 1 }];
    for (const desktop of ['KDE', '', 'sway', 'Unity:Unity7:ubuntu'])
      expect(trayPictures(online, scale, { platform: 'linux', desktop }, false)).toEqual(at(size));
    for (const desktop of ['GNOME', 'ubuntu:GNOME', 'GNOME-Classic:GNOME'])
      expect(trayPictures(online, scale, { platform: 'linux', desktop }, false)).toEqual(at(onGnome));
    expect(trayPictures({ state: 'online', stale: true }, scale, { platform: 'linux', desktop: 'KDE' }, false)).toEqual(
      [{ file: `tray/online-stale-${size}.png`, scaleFactor: 1 }],
    );
  });

  it.each([
    [1, 22],
    [1.25, 22],
    [1.5, 22],
    [2, 44],
    [2.5, 44],
    [3, 66],
  ])('gives GTK panels, which scale by whole numbers, at scale %d one picture of %d pixels', (scale, size) => {
    for (const desktop of ['XFCE', 'MATE', 'X-Cinnamon'])
      expect(trayPictures(online, scale, { platform: 'linux', desktop }, false)).toEqual([
        { file: `tray/online-${size}.png`, scaleFactor: 1 },
      ]);
  });

  it('gives macOS a normal and a Retina picture', () => {
    expect(
      trayPictures(online, 1, { platform: 'darwin', desktop: '' }, true).map(({ scaleFactor }) => scaleFactor),
    ).toEqual([1, 2]);
    expect(trayPictures(online, 1, { platform: 'darwin', desktop: '' }, false).map(({ file }) => file)).toEqual([
      'tray/online-template-18.png',
      'tray/online-template-36.png',
    ]);
  });

  it('has a small menu picture for every system, status and display scale', () => {
    for (const place of places)
      for (const state of trayStates)
        for (const [scale, stale] of scales.flatMap((one) => [[one, false] as const, [one, true] as const]))
          for (const { file } of entryPictures({ state, stale }, scale, place.platform))
            expect(existsSync(join(assetsFolder, file)), file).toBe(true);
    expect(entryPictures(online, 1.25, 'linux')).toEqual([{ file: 'tray/online-20.png', scaleFactor: 1 }]);
  });
});
