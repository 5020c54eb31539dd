import { readdirSync, readFileSync } from 'node:fs';

/** What the threads of an app have used so far. */
export interface Usage {
  /** Per thread: nanoseconds of processor time, and how often it went to sleep and so had to be woken. */
  readonly threads: ReadonlyMap<string, { readonly nanoseconds: number; readonly wakeUps: number }>;
}

/** The process `root` and all its descendants, which for Electron are all processes of the app. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const id of runningProcesses()) {
    const parent = Number(afterName(read(`/proc/${id}/stat`))[1]);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = [root];
  for (const id of found) found.push(...(children.get(id) ?? []));
  return found;
}

/**
 * Memory of an app in bytes: the proportional set size of all its processes, so that a page shared by two of them
 * counts once. (`Pss` of `/proc/PID/smaps_rollup`, see proc_pid_smaps_rollup(5); requires the permissions of the app's
 * user.)
 */
export function memoryBytes(root: number): number {
  const kilobytes = processTree(root).map((id) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0),
  );
  return sum(kilobytes) * 1024;
}

export function rendererCount(root: number): number {
  return processTree(root).filter((id) => read(`/proc/${id}/cmdline`).includes('--type=renderer')).length;
}

/** What the app has used so far, from `/proc/PID/task/TID/schedstat` and `status`. */
export function usage(root: number): Usage {
  const threads = new Map<string, { nanoseconds: number; wakeUps: number }>();
  for (const id of processTree(root)) {
    for (const thread of entries(`/proc/${id}/task`)) {
      const folder = `/proc/${id}/task/${thread}`;
      const nanoseconds = Number(read(`${folder}/schedstat`).split(' ')[0] ?? 0);
      const wakeUps = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(`${folder}/status`))?.[1] ?? 0);
      threads.set(thread, { nanoseconds, wakeUps });
    }
  }
  return { threads };
}

/** What was used between `before` and `after`; threads that ended in between are left out. */
export function usedBetween(before: Usage, after: Usage): { readonly nanoseconds: number; readonly wakeUps: number } {
  const spent = [...after.threads].map(([thread, now]) => {
    const then = before.threads.get(thread) ?? { nanoseconds: 0, wakeUps: 0 };
    return { nanoseconds: now.nanoseconds - then.nanoseconds, wakeUps: now.wakeUps - then.wakeUps };
  });
  return { nanoseconds: sum(spent.map((one) => one.nanoseconds)), wakeUps: sum(spent.map((one) => one.wakeUps)) };
}

function runningProcesses(): number[] {
  return entries('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The fields of `/proc/PID/stat` from the third on; the second is a name that may contain anything. */
function afterName(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** A process may end at any time: then there is nothing to read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function entries(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
