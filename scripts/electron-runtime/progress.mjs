import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Total size in bytes of all files below a folder; 0 if there is no such folder. Files may appear and disappear
 * meanwhile.
 * @param {string} folder
 * @returns {number}
 */
export function bytesBelow(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) bytes += bytesBelow(path);
      else if (entry.isFile()) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    return bytes;
  }
  return bytes;
}

/**
 * A progress line on stderr: rewritten in place on a terminal, otherwise a plain line every ten percent.
 * @param {string} label
 * @param {number} totalBytes
 * @param {NodeJS.WriteStream} [stream]
 */
export function progressLine(label, totalBytes, stream = process.stderr) {
  let shown = -1;
  const step = stream.isTTY ? 1 : 10;
  return {
    /** @param {number} bytes done so far */
    at(bytes) {
      const percent = Math.min(100, Math.floor((bytes / totalBytes) * 100));
      const mark = percent - (percent % step);
      if (mark <= shown) return;
      shown = mark;
      const line = `${label}: ${mark} % of ${Math.round(totalBytes / 1e6)} MB`;
      stream.write(stream.isTTY ? `\r${line}` : `${line}\n`);
    },
    end() {
      if (stream.isTTY && shown >= 0) stream.write('\n');
    },
  };
}
