/** A picture's width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the size of a JPEG from its frame header (ITU-T T.81, B.2.2); null for other data or without a size. Reads
 * only the segments before the image data and does not check whether that is complete. Never throws.
 */
export function jpegSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (at: number, count: number) => at + count <= bytes.byteLength;
  if (!has(0, 4) || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (has(at, 4)) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of 0xff fill bytes may precede a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      if (!has(at, 9)) return null;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return width === 0 || height === 0 ? null : { width, height };
    }
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    // The image data begins, or the file ends, without a frame header.
    if (marker === 0xda || marker === 0xd9) return null;
    at += isBare ? 2 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

/** SOF0–SOF15, except three markers in that range with other meanings. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
