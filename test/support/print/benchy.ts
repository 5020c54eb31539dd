import type { ReportFields } from './reports.ts';

/** A report of a two-hour print after this many minutes. */
export const printing = (minutes: number, more: Partial<ReportFields> = {}): ReportFields => ({
  state: 'printing',
  id: 'a',
  file: 'benchy.gcode',
  progress: (minutes / 120) * 100,
  duration: minutes * 60,
  left: (120 - minutes) * 60,
  ...more,
});
