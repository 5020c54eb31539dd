import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { mosaic } from '../../../src/demo/jpeg.ts';
import { pictureOf } from '../../../src/octoeverywhere/picture-size.ts';

test('only JPEG and PNG are pictures, whatever the type says', () => {
  expect(pictureOf(mosaic(3, 2, () => [1, 2, 3]))).toEqual({ type: 'image/jpeg', width: 24, height: 16 });
  expect(pictureOf(PNG.sync.write(new PNG({ width: 5, height: 7 })))).toEqual({
    type: 'image/png',
    width: 5,
    height: 7,
  });
  const others = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'GIF89a\x01\0\x01\0',
    'RIFF\0\0\0\0WEBPVP8 ',
    'BM',
    '<html>',
    '',
  ];
  for (const other of others) expect(pictureOf(Buffer.from(other, 'latin1'))).toBeNull();
});

test('a truncated, empty or dimensionless file is not a picture, and never throws', () => {
  const whole = PNG.sync.write(new PNG({ width: 5, height: 7 }));
  for (let length = 0; length < 24; length += 1) expect(pictureOf(whole.subarray(0, length))).toBeNull();
  const empty = Buffer.from(whole);
  empty.writeUInt32BE(0, 16);
  expect(pictureOf(empty)).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      pictureOf(new Uint8Array([...whole.subarray(0, 8), ...bytes]));
      pictureOf(bytes);
    }),
  );
});
