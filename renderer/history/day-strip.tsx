import type { PrinterId } from '../../src/domain/printer.ts';
import { dayOf } from '../state/days.ts';
import { words } from '../words.ts';
import { figuresWords } from './history-words.ts';
import { Strip } from './strip.tsx';

/** The last 24 hours of a printer. Keeps its place while they are read. */
export function DayStrip({ printer }: { printer: PrinterId }) {
  const period = dayOf(printer).value;
  return <span class="day-strip">{period === null ? null : <Strip period={period} />}</span>;
}

/** The same in words, for those who do not see it. */
export function DayWords({ printer }: { printer: PrinterId }) {
  const period = dayOf(printer).value;
  const { summary, lastOf } = words.value.history;
  return period === null ? null : <span class="visually-hidden">{summary(lastOf.day, figuresWords(period))}</span>;
}
