/** A colour of the picture: red, green, blue, 0–255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The side of a block in pixels. This encoder writes only the mean of each block. */
export const blockSize = 8;

/**
 * Creates a real JPEG (baseline, ITU-T T.81) of `columns` by `rows` flat blocks, each in the colour that `colourOf`
 * returns. That is enough for a picture to be decoded, rotated and flipped, and simple enough to need no library.
 */
export function mosaic(columns: number, rows: number, colourOf: (column: number, row: number) => Colour): Buffer {
  const bits = new BitWriter();
  const before = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (const [component, value] of luminance(colourOf(column, row)).entries()) {
        const dc = Math.max(-128, Math.min(127, Math.round(value)));
        writeDifference(bits, dc - (before[component] ?? 0));
        before[component] = dc;
      }
    }
  }
  const [width, height] = [columns * blockSize, rows * blockSize];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    // The mean of a block is an eighth of its first coefficient; the others are all zero.
    segment(0xdb, [0, blockSize, ...Array<number>(63).fill(1)]),
    segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    // Ten categories with codes of four bits; one code of one bit for the end of a block.
    segment(0xc4, [0x00, 0, 0, 0, 10, ...Array<number>(12).fill(0), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    bits.end(),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Returns JFIF's luminance and colour differences, around zero. */
function luminance([red, green, blue]: Colour): readonly [number, number, number] {
  return [
    0.299 * red + 0.587 * green + 0.114 * blue - 128,
    -0.1687 * red - 0.3313 * green + 0.5 * blue,
    0.5 * red - 0.4187 * green - 0.0813 * blue,
  ];
}

/** Writes a difference of means and the end of its block. */
function writeDifference(bits: BitWriter, difference: number): void {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  bits.write(size, 4);
  bits.write(difference < 0 ? difference + 2 ** size - 1 : difference, size);
  bits.write(0, 1);
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

class BitWriter {
  readonly #bytes: number[] = [];
  #byte = 0;
  #filled = 0;

  write(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      this.#byte = (this.#byte << 1) | ((value >> bit) & 1);
      this.#filled += 1;
      if (this.#filled === 8) this.#put();
    }
  }

  /** Fills the last byte with ones, as the standard requires. */
  end(): Buffer {
    while (this.#filled !== 0) this.write(1, 1);
    return Buffer.from(this.#bytes);
  }

  #put(): void {
    this.#bytes.push(this.#byte);
    // A zero after 0xff distinguishes image data from a marker.
    if (this.#byte === 0xff) this.#bytes.push(0);
    this.#byte = 0;
    this.#filled = 0;
  }
}
