import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Twice the maximum size of our log files, in bytes. */
const mostRead = 2 * 1024 * 1024;

/** The last `count` lines of the log in `folder`, oldest first; fewer if there aren't as many. Never throws. */
export function lastLines(folder: string, count: number): readonly string[] {
  let lines: string[] = [];
  for (const file of ['octoglance.log', 'octoglance.old.log']) {
    if (lines.length < count) lines = [...linesOf(join(folder, file)), ...lines];
  }
  return lines.slice(-count);
}

function linesOf(path: string): string[] {
  try {
    return endOf(path).split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

/** The end of a file. Does not block on a pipe. */
function endOf(path: string): string {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = fstatSync(handle);
    if (!facts.isFile()) return '';
    const from = Math.max(0, facts.size - mostRead);
    const bytes = Buffer.alloc(facts.size - from);
    const text = bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, from));
    // The first line may be incomplete.
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    closeSync(handle);
  }
}
