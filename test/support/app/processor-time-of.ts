import { readFileSync } from 'node:fs';

/** The kernel's ticks per second (USER_HZ; 100 on every Linux that Electron runs on). */
const ticks = 100;

/**
 * Returns the processor time of a process since its start, ms. Unlike wall-clock time it does not depend on the load of
 * the machine. Throws when there is no such process.
 */
export function processorTimeOf(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  // Fields 14 and 15 of proc(5); the second one, the name, may contain spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1_000;
}
