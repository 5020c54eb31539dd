import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The newest `count` lines of the log in `folder`, oldest first; fewer when there are not so many. Never throws. */
export function newestLines(folder: string, count: number): readonly string[] {
  let lines: string[] = [];
  for (const file of ['octoglance.log', 'octoglance.old.log']) {
    if (lines.length < count) lines = [...linesOf(join(folder, file)), ...lines];
  }
  return lines.slice(-count);
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}
