import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pieceBytes = 8 * 1024 * 1024;

/** The file that contains Chromium: on macOS the executable is a small file next to it. */
export function chromiumFile(executable: string, platform: NodeJS.Platform): string {
  if (platform !== 'darwin') return executable;
  return join(dirname(executable), '../Frameworks/Electron Framework.framework/Electron Framework');
}

/**
 * Which of the names occur in the program `file`, each followed by the NUL that ends a C++ string: that is how Chromium
 * and Node store the names of their switches. Reads the whole file, 0.2 s for Electron's 180 MB, unless all are found
 * earlier. If the file can't be read, all names count as found.
 */
export function switchesInProgram(file: string, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const wanted = new Map(names.map((name) => [name, Buffer.from(`${name}\0`)]));
  const longest = Math.max(0, ...[...wanted.values()].map((bytes) => bytes.length));
  let program: number;
  try {
    program = openSync(file, 'r');
  } catch {
    return new Set(names);
  }
  try {
    const buffer = Buffer.alloc(pieceBytes + longest);
    let kept = 0;
    while (found.size < wanted.size) {
      const read = readSync(program, buffer, kept, pieceBytes, null);
      if (read === 0) break;
      const piece = buffer.subarray(0, kept + read);
      for (const [name, bytes] of wanted) if (!found.has(name) && piece.includes(bytes)) found.add(name);
      // A name may span two chunks.
      kept = Math.min(longest, piece.length);
      piece.copyWithin(0, piece.length - kept);
    }
    return found;
  } catch {
    return new Set(names);
  } finally {
    closeSync(program);
  }
}
