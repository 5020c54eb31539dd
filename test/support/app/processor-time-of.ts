import { readFileSync } from 'node:fs';

/** What the kernel counts times in, of a second (USER_HZ; 100 on every Linux that Electron runs on). */
const ticks = 100;

/**
 * How long the processors have worked for a process since its start, ms: unlike the time by the clock, it does not depend
 * on what else the machine has to do. Throws when there is no such process.
 */
export function processorTimeOf(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  // Fields 14 and 15 of proc(5); the second one, the name, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1_000;
}
