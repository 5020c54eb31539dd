import type { Cost } from './many.ts';
import { plainTable } from './report.ts';

/** The cost of each number of printers; memory is relative to the first. */
export function costTable(costs: readonly Cost[]): string {
  const [few] = costs;
  const lines = costs.map(({ count, percent, perPoll, memory }) => {
    const above = few === undefined ? 0 : memory - few.memory;
    const each =
      few === undefined || count === few.count ? '–' : `${((above * 1024) / (count - few.count)).toFixed(0)} KiB`;
    return [String(count), `${percent.toFixed(2)} %`, `${perPoll.toFixed(1)} ms`, `${memory.toFixed(0)} MiB`, each];
  });
  return plainTable(['printers', 'of one core', 'for each request', 'memory', `above ${few?.count}, each`], lines);
}

/**
 * The results for 1,000 printers and their targets; `late` is the 99th percentile of the event loop's delay, `bare` the
 * processor time of a bare request, both in milliseconds.
 */
export function goalTable(costs: readonly Cost[], late: number, bare: number): string {
  const of = (count: number) => costs.find((cost) => cost.count === count);
  const [few, ten, thousand] = [of(5), of(10), of(1_000)];
  const list = thousand?.list;
  const painted = (list?.painted ?? Number.NaN) / (ten?.list?.painted ?? Number.NaN);
  const above = (thousand?.memory ?? Number.NaN) - (few?.memory ?? Number.NaN);
  const rows: readonly (readonly [what: string, value: number, most: number, unit: string, digits: number])[] = [
    ['of one core', thousand?.percent ?? Number.NaN, 5, ' %', 1],
    ['for each request, compared with a bare request', (thousand?.perPoll ?? Number.NaN) / bare, 2, ' ×', 2],
    ['delay of the event loop, p99', late, 20, ' ms', 1],
    ['memory above 5 printers', above, 25, ' MiB', 0],
    ['window: request → content painted, to that of 10 printers', painted, 2, ' ×', 2],
    ['window: a change → drawn', list?.changed ?? Number.NaN, 50, ' ms', 0],
    [
      'window: longest frame while scrolling',
      list?.worstFrame ?? Number.NaN,
      2 * (ten?.list?.worstFrame ?? Number.NaN),
      ' ms',
      0,
    ],
  ];
  const lines = rows.map(([what, value, most, unit, digits]) => [
    what,
    value.toFixed(digits) + unit,
    `≤ ${most.toFixed(most < 10 ? 0 : digits)}${unit}`,
    value <= most ? 'met' : 'missed',
  ]);
  return plainTable(['1,000 printers', 'OctoGlance', 'target', ''], lines);
}
