/** @typedef {ReadonlyMap<number, Buffer>} PngBySize PNG files by their edge in pixels */

/**
 * A Windows icon made of PNG images, which Windows supports since Vista (learn.microsoft.com, "ICONDIRENTRY"). Created
 * here so that packaging needs no converter and the smallest images come from the simpler drawing.
 * @param {PngBySize} pictures
 * @param {readonly number[]} sizes edges in pixels, at most 256
 * @returns {Buffer} an .ico file
 */
export function windowsIcon(pictures, sizes) {
  const parts = sizes.map((size) => ({ size, png: picture(pictures, size) }));
  const head = Buffer.alloc(6 + 16 * parts.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(parts.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of parts.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0: the field is one byte.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...parts.map(({ png }) => png)]);
}

/** macOS's type of each image and its size in pixels; @2x images have types of their own. */
const icnsTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * A macOS icon made of PNG images (types as written by `iconutil`).
 * @param {PngBySize} pictures
 * @returns {Buffer} an .icns file
 */
export function macIcon(pictures) {
  const parts = icnsTypes.map(([type, size]) => chunk(type, picture(pictures, size)));
  return chunk('icns', Buffer.concat(parts));
}

/**
 * @param {string} type four ASCII letters
 * @param {Buffer} content
 */
function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'ascii');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}

/**
 * @param {PngBySize} pictures
 * @param {number} size
 * @returns {Buffer}
 */
function picture(pictures, size) {
  const png = pictures.get(size);
  if (png === undefined) throw new Error(`No picture of ${size} px is made.`);
  return png;
}
