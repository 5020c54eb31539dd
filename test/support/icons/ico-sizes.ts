import { readFileSync } from 'node:fs';

/** Returns the edges in pixels of the pictures in an .ico file, as its directory lists them. */
export function icoSizes(path: string): readonly number[] {
  const file = readFileSync(path);
  return Array.from({ length: file.readUInt16LE(4) }, (_, at) => file.readUInt8(6 + 16 * at) || 256);
}
