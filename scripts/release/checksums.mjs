import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The lines of a SHA256SUMS file for `sha256sum --check`, sorted by file name.
 * @param {readonly string[]} paths
 * @returns {Promise<string>}
 */
export async function checksums(paths) {
  const lines = [];
  for (const path of paths.toSorted((one, other) => basename(one).localeCompare(basename(other), 'en'))) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    lines.push(`${hash.digest('hex')}  ${basename(path)}\n`);
  }
  return lines.join('');
}
