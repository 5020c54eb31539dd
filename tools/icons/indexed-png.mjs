import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A palette's most colours. */
const MOST = 256;

/**
 * The same picture with a palette, as PNG's "indexed colour" (W3C, "PNG specification", 11.2). Icons have few colours:
 * half the size, not one pixel changed.
 * @param {Buffer} png a PNG file
 * @returns {Buffer} a PNG file: the given one if the picture has over 256 colours or a palette makes it larger
 */
export function indexedPng(png) {
  const { width, height, data } = PNG.sync.read(png);
  // Transparent colours come first, so that the chunk of their opacities is short.
  const colours = [...coloursOf(data)].sort((one, other) => (one & 0xff) - (other & 0xff) || one - other);
  if (colours.length > MOST) return png;
  const indices = new Map(colours.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++)
    rows[pixel + Math.floor(pixel / width) + 1] = indices.get(colourAt(data, pixel)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const opacities = colours.map((colour) => colour & 0xff).filter((opacity) => opacity < 0xff);
  const indexed = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(colours.flatMap((colour) => [colour >>> 24, (colour >>> 16) & 0xff, (colour >>> 8) & 0xff])),
    ),
    ...(opacities.length === 0 ? [] : [chunk('tRNS', Buffer.from(opacities))]),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return indexed.length < png.length ? indexed : png;
}

/** @param {Buffer} data */
function coloursOf(data) {
  /** @type {Set<number>} */
  const colours = new Set();
  for (let pixel = 0; pixel < data.length / 4; pixel++) colours.add(colourAt(data, pixel));
  return colours;
}

/**
 * @param {Buffer} data RGBA
 * @param {number} pixel its number, from the top left
 * @returns {number} 0xRRGGBBAA; 0 for whatever is fully transparent
 */
function colourAt(data, pixel) {
  return data[pixel * 4 + 3] === 0 ? 0 : data.readUInt32BE(pixel * 4);
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}
