import { PNG } from 'pngjs';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha per pixel, 0–255. */
  readonly data: Uint8Array;
}

export type Rgb = readonly [number, number, number];

export function readPng(file: Buffer): Pixels {
  return PNG.sync.read(file);
}

export function colourOf(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Returns the relative luminance by WCAG 2.2, 0–1. */
export function luminance([red, green, blue]: Rgb): number {
  const linear = [red, green, blue].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** Returns the contrast ratio by WCAG 2.2, 1–21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Returns what the panel shows: the picture over its background, pixel by pixel. */
export function onPanel(pixels: Pixels, panel: Rgb): readonly Rgb[] {
  return Array.from({ length: pixels.width * pixels.height }, (_, index) => {
    const alpha = (pixels.data[index * 4 + 3] ?? 0) / 255;
    const channel = (at: 0 | 1 | 2) => (pixels.data[index * 4 + at] ?? 0) * alpha + panel[at] * (1 - alpha);
    return [channel(0), channel(1), channel(2)];
  });
}

/** Returns the hue in degrees and the saturation 0–1 (HSV). */
export function hueAndSaturation([red, green, blue]: Rgb): { hue: number; saturation: number } {
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  if (span === 0) return { hue: 0, saturation: 0 };
  const sixth =
    most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span;
  return { hue: (sixth * 60 + 360) % 360, saturation: span / most };
}

export type ColourName = 'green' | 'amber' | 'red' | 'violet' | 'grey' | 'other';

/** Returns the everyday name of a colour; the ranges leave gaps, so a colour between two is neither. */
export function colourName(colour: Rgb): ColourName {
  const { hue, saturation } = hueAndSaturation(colour);
  if (saturation < 0.05) return 'grey';
  if (saturation < 0.5) return 'other';
  if (hue >= 120 && hue <= 160) return 'green';
  if (hue >= 32 && hue <= 48) return 'amber';
  if (hue <= 10 || hue >= 350) return 'red';
  if (hue >= 250 && hue <= 285) return 'violet';
  return 'other';
}

/**
 * Returns the main colour of a picture. Marks (white, black-brown) are on a coloured body, so pixels near white or
 * black count only when there is nothing else.
 */
export function dominantColour(pixels: Pixels): ColourName {
  const counts = new Map<ColourName, number>();
  for (let at = 0; at < pixels.data.length; at += 4) {
    const alpha = pixels.data[at + 3] ?? 0;
    if (alpha < 128) continue;
    const colour: Rgb = [pixels.data[at] ?? 0, pixels.data[at + 1] ?? 0, pixels.data[at + 2] ?? 0];
    const light = luminance(colour);
    if (light > 0.75 || light < 0.03) continue;
    const name = colourName(colour);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other';
}
