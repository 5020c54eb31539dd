import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appPicture, notificationPicture, trayPictures } from '../../../src/desktop/tray/tray-picture.ts';
import { trayStates } from '../../../tools/icons/tray-palette.mjs';

const configuration = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');
const sections = { linux: 'linux', win32: 'win', darwin: 'mac' } as const;

/** Whether a system's part of the configuration packs a file of the tray folder. */
function packs(section: string, file: string): boolean {
  const part = new RegExp(`^${section}:\\n((?: .*\\n|\\n)+)`, 'm').exec(configuration)?.[1] ?? '';
  return [...part.matchAll(/- (assets\/tray\/\S+)/g)].some(([, glob = '']) => {
    const alternatives = glob.replace(/\{([\d,]+)\}/, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
    return new RegExp(`^${alternatives.replaceAll('.', '\\.').replace('*', '[a-z-]+')}$`).test(`assets/${file}`);
  });
}

describe('the package', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('for %s contains every picture its tray needs', (platform) => {
    for (const look of trayStates.flatMap((state) => [
      { state, stale: false },
      { state, stale: true },
    ]))
      for (const scale of [1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3, 4])
        for (const { file } of [true, false].flatMap((coloured) =>
          ['GNOME', 'KDE'].flatMap((desktop) => trayPictures(look, scale, { platform, desktop }, coloured)),
        ))
          expect(packs(sections[platform], file), file).toBe(true);
  });

  it('contains the pictures for notifications', () => {
    expect(configuration).toContain(`- assets/${appPicture}\n`);
    expect(configuration).toContain(`- assets/${notificationPicture('online').replace('online', '*')}\n`);
  });

  it('leaves out what only other systems need', () => {
    expect(packs('linux', 'tray/online.ico')).toBe(false);
    expect(packs('win', 'tray/online-22.png')).toBe(false);
    expect(packs('mac', 'tray/online-22.png')).toBe(false);
  });
});
