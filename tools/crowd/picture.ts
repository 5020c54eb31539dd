import { MINUTE, type Milliseconds, SECOND } from '../../src/domain/time.ts';

/** The load during one scenario. */
export interface LoadCurve {
  readonly name: string;
  /** Requests in each second from `from` on, in multiples of the usual rate. */
  readonly perSecond: readonly number[];
  readonly from: Milliseconds;
  /** When the trouble began and was over, from the start of the simulation; null if there was none. */
  readonly trouble: { readonly from: Milliseconds; readonly until: Milliseconds } | null;
}

const width = 880;
const plot = { left: 46, width: 816, height: 64, top: 26, each: 118 } as const;

/** The highest rate that is drawn, in multiples of the usual one; the target is 1.5. */
const highest = 1.7;

/** Seconds that share one column. */
const column = 10;

/** Draws one diagram for each curve as an SVG document: for each ten seconds the mean and the busiest second. */
export function crowdPicture(curves: readonly LoadCurve[], caption: string): string {
  const height = curves.length * plot.each + 34;
  const panels = curves.map((curve, index) => panel(curve, index * plot.each)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
  <title id="title">Load on OctoEverywhere over time</title>
  <desc id="description">One diagram for each scenario: requests a second in multiples of the usual rate, the mean of each ten seconds as an area and their busiest second as a line. Dashed: 1.5, the most there should be after each trouble.</desc>
  <style>
    .ground { fill: #ffffff; }
    .mean { fill: #9dbdf0; }
    .busiest { fill: none; stroke: #1f4fa3; stroke-width: 1.2; }
    .trouble { fill: #f6dfd9; }
    .usual { stroke: #7d8794; stroke-width: 1; }
    .most { stroke: #b3341f; stroke-width: 1; stroke-dasharray: 5 4; }
    text { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 12px; fill: #424a54; }
    .name { font-size: 14px; font-weight: 600; fill: #16191d; }
    .end { text-anchor: end; }
    .middle { text-anchor: middle; }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #14171b; }
      .mean { fill: #2c4a80; }
      .busiest { stroke: #9dbdf0; }
      .trouble { fill: #43271f; }
      .usual { stroke: #8a94a1; }
      .most { stroke: #f08a75; }
      text { fill: #bfc7d1; }
      .name { fill: #f2f4f7; }
    }
  </style>
  <rect class="ground" width="${width}" height="${height}"/>
${panels}
  <text x="${plot.left}" y="${height - 12}">${escaped(caption)}</text>
</svg>
`;
}

function panel({ name, perSecond, from, trouble }: LoadCurve, above: number): string {
  const top = above + plot.top;
  const bottom = top + plot.height;
  const x = (at: Milliseconds) => round(plot.left + ((at - from) / (perSecond.length * SECOND)) * plot.width);
  const y = (rate: number) => round(bottom - (Math.min(rate, highest) / highest) * plot.height);
  const columns = Array.from({ length: Math.ceil(perSecond.length / column) }, (_, index) =>
    perSecond.slice(index * column, (index + 1) * column),
  );
  const right = (index: number) => x(from + Math.min((index + 1) * column, perSecond.length) * SECOND);
  const steps = (of: (rates: readonly number[]) => number) =>
    columns.map((rates, index) => `V${y(of(rates))}H${right(index)}`).join('');
  const mean = (rates: readonly number[]) => rates.reduce((total, rate) => total + rate, 0) / rates.length;
  const line = (rate: number, kind: string) =>
    `<path class="${kind}" d="M${plot.left} ${y(rate)}H${plot.left + plot.width}"/>`;
  const start = trouble?.from ?? from;
  const minutes = minutesShown(from, perSecond.length * SECOND, start).flatMap((at) => {
    const label = `${Math.round((at - start) / MINUTE)} min`.replace('-', '−');
    // The last one would not fit.
    return x(at) > width - 36 ? [] : [`<text class="middle" x="${x(at)}" y="${bottom + 15}">${label}</text>`];
  });
  return [
    `  <text class="name" x="${plot.left}" y="${top - 8}">${escaped(name)}</text>`,
    ...(trouble === null
      ? []
      : [
          `  <rect class="trouble" x="${x(trouble.from)}" y="${top}" width="${round(x(trouble.until) - x(trouble.from))}" height="${plot.height}"/>`,
        ]),
    `  <path class="mean" d="M${plot.left} ${bottom}${steps(mean)}V${bottom}Z"/>`,
    `  <path class="busiest" d="M${plot.left} ${y(columns[0] === undefined ? 0 : Math.max(...columns[0]))}${steps((rates) => Math.max(...rates))}"/>`,
    `  ${line(1, 'usual')}${line(1.5, 'most')}`,
    `  <text class="end" x="${plot.left - 6}" y="${y(1) + 4}">1 ×</text>`,
    `  <text class="end" x="${plot.left - 6}" y="${y(1.5) + 4}">1.5 ×</text>`,
    `  ${minutes.join('')}`,
  ].join('\n');
}

/** Returns the moments with a label, at a distance that suits the length, counted from `start`. */
function minutesShown(from: Milliseconds, length: Milliseconds, start: Milliseconds): readonly Milliseconds[] {
  const step = (length > 40 * MINUTE ? 10 : 5) * MINUTE;
  const first = start - Math.floor((start - from) / step) * step;
  const count = Math.floor((from + length - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => first + index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('`', '');
}
