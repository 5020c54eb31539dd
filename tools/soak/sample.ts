import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memoryBytes, processTree } from '../bench/process-tree.ts';

/** What all the app's processes use at one time. */
export interface Sample {
  /** Proportional set size. */
  readonly memoryBytes: number;
  readonly processes: number;
  readonly threads: number;
  readonly openFiles: number;
  readonly sockets: number;
  readonly logBytes: number;
  readonly historyBytes: number;
  readonly profileBytes: number;
}

/** Takes a sample of the app with the main process `root` and the profile `profile`. */
export function takeSample(root: number, profile: string): Sample {
  const processes = processTree(root);
  const open = processes.flatMap((id) => linksIn(`/proc/${id}/fd`));
  return {
    memoryBytes: memoryBytes(root),
    processes: processes.length,
    threads: processes.flatMap((id) => namesIn(`/proc/${id}/task`)).length,
    openFiles: open.length,
    sockets: open.filter((target) => target.startsWith('socket:')).length,
    logBytes: bytesBelow(join(profile, 'logs')),
    historyBytes: bytesBelow(join(profile, 'history')),
    profileBytes: bytesBelow(profile),
  };
}

function bytesBelow(folder: string): number {
  return namesIn(folder).reduce((total, name) => {
    const path = join(folder, name);
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return total;
    return total + (facts.isDirectory() ? bytesBelow(path) : facts.size);
  }, 0);
}

function linksIn(folder: string): string[] {
  return namesIn(folder).flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))];
    } catch {
      // Closed in the meantime.
      return [];
    }
  });
}

/** A process or a file may disappear at any time: then there is nothing to read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
