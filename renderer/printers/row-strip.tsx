import type { PrinterView } from '../../src/contract/printer-view.ts';
import { DayStrip } from '../history/day-strip.tsx';
import { percentWords } from '../history/history-words.ts';
import { dayOf } from '../state/days.ts';
import { words } from '../words.ts';

/** The last 24 hours with a caption. Their summary is next to the row's button. */
export function RowStrip({ printer: { id, name } }: { printer: PrinterView }) {
  const uptimeRatio = dayOf(id).value?.uptimeRatio ?? null;
  const { day } = words.value.rows;
  return (
    <span class="row-strip">
      <DayStrip printer={id} name={name} inRow />
      <span class="row-strip-caption" aria-hidden="true">
        {day}
        {uptimeRatio === null ? null : <span class="row-strip-ratio">: {percentWords(uptimeRatio)}</span>}
      </span>
    </span>
  );
}
