import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { icoSizes } from '../../../support/icons/ico-sizes.ts';

interface Representation {
  readonly scaleFactor: number;
  readonly width?: number;
  readonly dataURL?: string;
}

/** An image as Electron would create it, with what it was created from. */
class RecordedImage {
  readonly representations: Representation[] = [];
  isTemplate: boolean | null = null;
  constructor(readonly path: string | null = null) {}
  addRepresentation(one: Representation): void {
    this.representations.push(one);
  }
  setTemplateImage(isTemplate: boolean): void {
    this.isTemplate = isTemplate;
  }
  isEmpty(): boolean {
    return this.path === null && this.representations.length === 0;
  }
}

vi.mock('electron', () => ({
  nativeImage: {
    createEmpty: () => new RecordedImage(),
    createFromPath: (path: string) => new RecordedImage(path),
  },
}));

const assetsFolder = join(import.meta.dirname, '../../../../assets');
const here = process.platform;
const online = { state: 'online', stale: false } as const;
const printing = { ...online, progress: { step: 5, warns: false } } as const;

async function imagesOn(platform: NodeJS.Platform) {
  vi.resetModules();
  Object.defineProperty(process, 'platform', { value: platform });
  const { createTrayImages } = await import('../../../../src/desktop/tray/tray-image.ts');
  const images = createTrayImages({ assetsFolder });
  const of = (look: object, scale: number, coloured: boolean) =>
    images.imageFor(look as typeof online, scale, coloured) as unknown as RecordedImage;
  return of;
}

afterEach(() => Object.defineProperty(process, 'platform', { value: here }));

describe('the image of the tray icon', () => {
  it('on macOS is a template of 18 points with a Retina form, painted by the system, unless the user wants colours', async () => {
    const imageFor = await imagesOn('darwin');
    const template = imageFor(online, 2, false);
    expect(template.isTemplate).toBe(true);
    expect(template.representations.map(({ scaleFactor }) => scaleFactor)).toEqual([1, 2]);
    expect(imageFor(online, 2, true).isTemplate).toBe(false);
    const drawn = imageFor(printing, 2, false);
    expect(drawn.isTemplate).toBe(true);
    expect(drawn.representations.map(({ width }) => width)).toEqual([18, 36]);
  });

  it('on Windows is the .ico file itself, in which Windows finds every size of its taskbar', async () => {
    const imageFor = await imagesOn('win32');
    const image = imageFor(online, 1.5, false);
    expect(image.path).toBe(join(assetsFolder, 'tray/online.ico'));
    expect(image.isTemplate).toBeNull();
    expect(icoSizes(String(image.path))).toEqual([16, 20, 24, 28, 32, 40, 48, 64]);
    expect(imageFor(printing, 1.5, false).representations.map(({ width }) => width)).toEqual([24]);
  });

  it('on Linux is one bitmap of scale 1, of which Electron sends the pixels', async () => {
    const imageFor = await imagesOn('linux');
    expect(imageFor(online, 2, false).representations.map(({ scaleFactor }) => scaleFactor)).toEqual([1]);
  });
});
