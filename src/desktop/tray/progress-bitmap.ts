import { type PrintProgress, progressSteps } from '../../domain/print/print-progress.ts';

/** A picture, four bytes a pixel: red, green, blue, alpha, not premultiplied. */
export interface Bitmap {
  readonly size: number;
  readonly data: Uint8Array;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

interface Look {
  readonly done: Colour;
  readonly left: Colour;
  readonly rim: Colour;
  readonly eye: Colour;
  /** Null for a hole. */
  readonly glyph: Colour | null;
}

/**
 * The colours of "connected" and of "disconnected" (tools/icons/tray-palette.mjs). What is done has a contrast of 3:1
 * to light and dark panels and of 2:1 to what is left, on either.
 */
const green: Look = {
  done: [0x17, 0x99, 0x4c, 255],
  left: [128, 128, 128, 80],
  rim: [0x13, 0x8a, 0x43, 255],
  eye: [0x1b, 0xa6, 0x55, 255],
  glyph: [255, 255, 255, 255],
};
const amber: Look = {
  done: [0xbd, 0x73, 0, 255],
  left: [128, 128, 128, 80],
  rim: [0xb8, 0x6f, 0, 255],
  eye: [0xff, 0xb3, 0x1a, 255],
  glyph: [0x2e, 0x1b, 0, 255],
};
/** The menu bar of macOS gives a template image its colour, and keeps how transparent it is. */
const black: Colour = [0, 0, 0, 255];
const template: Look = { done: black, left: [0, 0, 0, 85], rim: black, eye: black, glyph: null };

/** Samples in each direction of a pixel. */
const fineness = 4;

/**
 * The tray icon while all is well and something prints: a ring that fills clockwise from the top, around the eye of the
 * mark with its check, or with the exclamation mark of a warning by Gadget. It is drawn when it is needed, in less than
 * a millisecond at usual sizes: as files, twelve steps in all sizes would be as large as all other icons together.
 * `size` is the edge in pixels.
 */
export function progressBitmap(size: number, progress: PrintProgress, coloured: boolean): Bitmap {
  const look = !coloured ? template : progress.warns ? amber : green;
  const at = shapeOf(size, progress);
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) setPixel(data, (y * size + x) * 4, x, y, at, look);
  }
  return { size, data };
}

/** The same as systems take it: blue, green, red, alpha, premultiplied. */
export function nativePixels({ data }: Bitmap): Uint8Array {
  const pixels = new Uint8Array(data.length);
  for (let offset = 0; offset < data.length; offset += 4) {
    const alpha = data[offset + 3] ?? 0;
    const premultiplied = (channel: number) => Math.round(((data[offset + channel] ?? 0) * alpha) / 255);
    pixels[offset] = premultiplied(2);
    pixels[offset + 1] = premultiplied(1);
    pixels[offset + 2] = premultiplied(0);
    pixels[offset + 3] = alpha;
  }
  return pixels;
}

type Part = 'done' | 'left' | 'rim' | 'eye' | 'glyph' | null;

/** Which part of the picture is at a point, in pixels from the upper left corner. */
type PartAt = (x: number, y: number) => Part;

function setPixel(data: Uint8Array, offset: number, x: number, y: number, at: PartAt, look: Look): void {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let sample = 0; sample < fineness * fineness; sample += 1) {
    const part = at(x + ((sample % fineness) + 0.5) / fineness, y + (Math.floor(sample / fineness) + 0.5) / fineness);
    const colour = part === null ? null : look[part];
    if (colour === null) continue;
    red += colour[0] * colour[3];
    green += colour[1] * colour[3];
    blue += colour[2] * colour[3];
    alpha += colour[3];
  }
  if (alpha === 0) return;
  data[offset] = Math.round(red / alpha);
  data[offset + 1] = Math.round(green / alpha);
  data[offset + 2] = Math.round(blue / alpha);
  data[offset + 3] = Math.round(alpha / (fineness * fineness));
}

function shapeOf(size: number, { step, warns }: PrintProgress): PartAt {
  const middle = size / 2;
  const width = Math.max(2, Math.round(size / 10));
  const gap = Math.max(1, Math.round(size / 22));
  const inner = middle - width;
  const eye = inner - gap;
  const rim = Math.max(1, Math.round(size / 20));
  const share = step / progressSteps;
  const isInGlyph = warns ? exclamationIn(eye * 2, middle) : checkIn(eye * 2, middle);
  return (x, y) => {
    const distance = Math.sqrt((x - middle) ** 2 + (y - middle) ** 2);
    if (distance > middle) return null;
    if (distance >= inner) {
      const turn = Math.atan2(x - middle, middle - y) / (2 * Math.PI);
      return (turn < 0 ? turn + 1 : turn) < share ? 'done' : 'left';
    }
    if (distance > eye) return null;
    if (isInGlyph(x, y)) return 'glyph';
    return distance > eye - rim ? 'rim' : 'eye';
  };
}

type IsIn = (x: number, y: number) => boolean;

/** A tick of two strokes at 45°, in an eye of that diameter. */
function checkIn(diameter: number, middle: number): IsIn {
  const half = Math.max(1, diameter * 0.085);
  const long = diameter * 0.4;
  const short = diameter * 0.2;
  const foot: Point = [middle - (long - short) / 2, middle + (long + short) / 4 + half * 0.3];
  const start: Point = [foot[0] - short, foot[1] - short];
  const end: Point = [foot[0] + long, foot[1] - long];
  return (x, y) => distanceTo(x, y, start, foot) <= half || distanceTo(x, y, foot, end) <= half;
}

function exclamationIn(diameter: number, middle: number): IsIn {
  const width = middle % 1 === 0 ? even(diameter * 0.17) : odd(diameter * 0.17);
  const height = diameter * 0.74;
  const top = Math.round(middle - height / 2);
  const bottom = Math.round(middle + height / 2);
  const dot = bottom - width;
  const stem = dot - Math.max(1, Math.round(width * 0.4));
  return (x, y) => Math.abs(x - middle) <= width / 2 && y >= top && y <= bottom && (y <= stem || y >= dot);
}

type Point = readonly [x: number, y: number];

function distanceTo(x: number, y: number, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [acrossX, acrossY] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * acrossX + (y - fromY) * acrossY) / (acrossX ** 2 + acrossY ** 2);
  const within = Math.min(1, Math.max(0, along));
  return Math.sqrt((x - fromX - within * acrossX) ** 2 + (y - fromY - within * acrossY) ** 2);
}

/** A stroke lies on the pixels only when it is as wide as the middle of the picture allows. */
function even(width: number): number {
  return Math.max(2, 2 * Math.round(width / 2));
}

function odd(width: number): number {
  return Math.max(1, 2 * Math.round((width - 1) / 2) + 1);
}
