import type { Sample } from './sample.ts';
import { laterHalf, trend } from './trend.ts';

/** One minute of a soak; what is counted is counted from the start. */
export interface Minute extends Sample {
  readonly minute: number;
  /** Status changes of printers that the app reported. */
  readonly changes: number;
  readonly alerts: number;
  /** Warnings of Node about listeners that are added and never taken away. */
  readonly warnings: number;
}

/**
 * The line through the memory of the second half may rise by so much over that half, whatever its length. At sixty times
 * the speed of life half a soak of 30 minutes is 15 hours.
 */
const mostRiseBytes = 4 * 1024 * 1024;

/** Two files of 1 MiB each, and the line that made the first one full. */
const mostLogBytes = 2.1 * 1024 * 1024;

/** The same for files that are open, sockets and threads: what is used for a moment may be met twice. */
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
 * What Electron loses on Linux with the picture of each notification, in bytes: 4 for each pixel, until
 * https://github.com/electron/electron/pull/49863 of February 2026. `electronVersion` is such as `33.2.1`.
 */
export function lostWithEachAlert(electronVersion: string): number {
  return Number.parseInt(electronVersion, 10) < 42 ? 4 * 96 * 96 : 0;
}

/**
 * What is to be said of a whole soak, and everything that must not be so; no faults means it was passed. `lostBytes` is
 * what the runtime itself is known to lose with each alert, which is not the app's.
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
