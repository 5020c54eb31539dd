import type { Sample } from './sample.ts';
import { laterHalf, trend } from './trend.ts';

/** One minute of a soak test; counters count from the start. */
export interface Minute extends Sample {
  readonly minute: number;
  /** Status changes of printers that the app reported. */
  readonly changes: number;
  readonly alerts: number;
  /** Node's warnings about listener leaks. */
  readonly warnings: number;
}

/**
 * How much the trend of memory over the second half may rise in total, whatever the length. At sixty times normal speed
 * half of a 30 minute test is 15 hours.
 */
const mostRiseBytes = 4 * 1024 * 1024;

/** Two files of 1 MiB each, and the line that filled the first one. */
const mostLogBytes = 2.1 * 1024 * 1024;

/** The limit for open files, sockets and threads: something used briefly may be sampled twice. */
const mostMore = 6;

export const heading =
  '| minute | memory MB | processes | threads | files | sockets | log kB | history kB | profile kB | changes | alerts |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|';

export function row(one: Minute): string {
  const kilobytes = (bytes: number) => Math.round(bytes / 1024);
  const cells = [
    one.minute,
    megabytes(one.memoryBytes),
    one.processes,
    one.threads,
    one.openFiles,
    one.sockets,
    ...[one.logBytes, one.historyBytes, one.profileBytes].map(kilobytes),
    one.changes,
    one.alerts,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * How much Electron leaks on Linux with the icon of each notification, in bytes: 4 per pixel, until
 * https://github.com/electron/electron/pull/49863 of February 2026. `electronVersion` is such as `33.2.1`.
 */
export function lostWithEachAlert(electronVersion: string): number {
  return Number.parseInt(electronVersion, 10) < 42 ? 4 * 96 * 96 : 0;
}

/**
 * The summary of a whole soak test and its faults; without faults it passed. `lostBytes` is the runtime's known leak
 * per alert, which is not the app's fault.
 */
export function verdict(
  minutes: readonly Minute[],
  lostBytes: number,
): { readonly line: string; readonly faults: readonly string[] } {
  const later = laterHalf(minutes);
  const rises = (of: (one: Minute) => number) => trend(later.map(of)).rise;
  const whole = rises((one) => one.memoryBytes);
  const memory = rises((one) => one.memoryBytes - one.alerts * lostBytes);
  const faults: string[] = [];
  if (memory > mostRiseBytes) faults.push(`Memory rises by ${megabytes(memory)} MB over the second half.`);
  for (const [what, rise] of [
    ['open files', rises((one) => one.openFiles)],
    ['sockets', rises((one) => one.sockets)],
    ['threads', rises((one) => one.threads)],
  ] as const)
    if (rise > mostMore) faults.push(`There are ${Math.round(rise)} more ${what} at the end of the second half.`);
  const log = Math.max(...minutes.map((one) => one.logBytes));
  if (log > mostLogBytes) faults.push(`The log took ${megabytes(log)} MB.`);
  const last = minutes.at(-1);
  if (last === undefined) return { line: 'Nothing was measured.', faults: ['Nothing was measured.'] };
  if (last.warnings > 0) faults.push('Node warned of listeners that are never taken away.');
  const idle = minutes.find((one, at) => one.changes === (minutes[at - 1]?.changes ?? 0));
  if (idle !== undefined) faults.push(`Nothing changed in minute ${idle.minute}: the app stood still.`);
  const mean = trend(later.map((one) => one.memoryBytes)).mean;
  const line =
    `${minutes.length} minutes, ${last.changes} status changes, ${last.alerts} alerts: memory ${megabytes(mean)} MB in the ` +
    `second half, its trend ${signed(whole)} MB over that half` +
    (lostBytes === 0 ? '' : `, ${signed(memory)} MB without what Electron loses with the pictures of notifications`) +
    ` (at most ${megabytes(mostRiseBytes)}); log at most ${megabytes(log)} MB; ${last.openFiles} open files, ` +
    `${last.sockets} sockets and ${last.threads} threads at the end.`;
  return { line, faults };
}

function signed(bytes: number): string {
  return `${bytes < 0 ? '−' : '+'}${megabytes(Math.abs(bytes))}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
