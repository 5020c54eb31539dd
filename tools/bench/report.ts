import { type Summary, summary } from './statistics.ts';

/** The target of a measure: a multiple of the floor, a difference from it, or an absolute limit. */
export type Goal = { readonly most: number; readonly of: 'times the floor' | 'above the floor' | 'in all' };

/** A measure. Samples at the same index of both lists were taken directly one after the other. */
export interface Measure {
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | '%' | '/s' | '';
  /** Empty if the minimal app has nothing to compare with. */
  readonly floor: readonly number[];
  readonly app: readonly number[];
  readonly goal: Goal | null;
}

export interface Row extends Omit<Measure, 'floor' | 'app'> {
  readonly floor: Summary | null;
  readonly app: Summary | null;
  /** Of the app to the floor, pair by pair. */
  readonly ratio: Summary | null;
  /** Null if there is no target. */
  readonly met: boolean | null;
  readonly samples: { readonly floor: readonly number[]; readonly app: readonly number[] };
}

/** The contents of `tools/bench/results.json`. */
export interface Results {
  /** UTC, ISO 8601. */
  readonly measuredAt: string;
  readonly commit: string | null;
  readonly electron: string;
  readonly machine: {
    readonly processors: number;
    readonly model: string | undefined;
    readonly memoryBytes: number;
    readonly kernel: string;
  };
  /** Load averages over 1, 5 and 15 minutes. */
  readonly load: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly runs: number;
  readonly rows: readonly Row[];
}

export function rowOf({ floor, app, ...about }: Measure): Row {
  const pairs = floor.slice(0, app.length);
  const ratio = summary(pairs.flatMap((base, at) => (base > 0 ? [(app[at] ?? Number.NaN) / base] : [])));
  const above = summary(pairs.map((base, at) => (app[at] ?? Number.NaN) - base));
  const found = { 'times the floor': ratio, 'above the floor': above, 'in all': summary(app) };
  const value = about.goal === null ? undefined : found[about.goal.of]?.median;
  const met = about.goal === null || value === undefined ? null : value <= about.goal.most;
  return { ...about, floor: summary(floor), app: summary(app), ratio, met, samples: { floor, app } };
}

/** The rows as a readable Markdown table: median (least–most). */
export function table(rows: readonly Row[]): string {
  const head = ['measure', 'bare floor', 'OctoGlance', 'ratio', 'target', ''];
  const cells = rows.map(({ what, unit, floor, app, ratio, goal, met }) => [
    what,
    cell(floor, unit),
    cell(app, unit),
    cell(ratio, ''),
    goalText(goal, unit),
    met === null ? '' : met ? 'met' : 'missed',
  ]);
  return plainTable(head, cells);
}

/** A Markdown table with padded columns. */
export function plainTable(head: readonly string[], cells: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...cells].map((line) => line[column]?.length ?? 0)));
  const line = (texts: readonly string[]) => `| ${texts.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...cells.map(line)].join('\n');
}

/** The conditions of the measurement, in a sentence or two. */
export function caption({ measuredAt, commit, electron, machine, load, runs }: Results): string {
  const [before, after] = [load.before, load.after].map((averages) => averages[1]?.toFixed(1));
  const what = `${commit === null ? '' : `commit ${commit}, `}Electron ${electron}, ${runs} ${runs === 1 ? 'run' : 'runs'}`;
  return `Median (least–most) of ${measuredAt.slice(0, 10)}: ${what}, ${machine.processors} processors with a load average of ${before} before and ${after} after.`;
}

const benchMarks = ['<!-- bench: begin -->', '<!-- bench: end -->'] as const;
export const manyMarks = ['<!-- many: begin -->', '<!-- many: end -->'] as const;
export const pauseMarks = ['<!-- pauses: begin -->', '<!-- pauses: end -->'] as const;

/** Replaces the text between the two marks of a document. Throws if they are missing. */
export function putBetweenMarks(
  document: string,
  text: string,
  [begin, end]: readonly [string, string] = benchMarks,
): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error('The marks of the table are missing.');
  return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(to)}`;
}

function cell(one: Summary | null, unit: string): string {
  if (one === null) return '–';
  const [median, least, most] = [one.median, one.least, one.most].map(short);
  const spread = least === most ? '' : ` (${least}–${most})`;
  return `${median}${unit === '' || unit === '/s' ? unit : ` ${unit}`}${spread}`;
}

function goalText(goal: Goal | null, unit: string): string {
  if (goal === null) return '–';
  if (goal.of === 'times the floor') return `≤ ${goal.most} × floor`;
  const value = `${goal.most}${unit === '' ? '' : ` ${unit}`}`;
  return goal.of === 'above the floor' ? `≤ floor + ${value}` : `≤ ${value}`;
}

/** Rounds to three significant digits. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : trimmed(value);
}

function trimmed(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
