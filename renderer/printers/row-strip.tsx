import type { PrinterView } from '../../src/contract/printer-view.ts';
import { DayStrip } from '../history/day-strip.tsx';
import { formatPercent } from '../history/history-text.ts';
import { messages } from '../messages.ts';
import { dayOf } from '../state/days.ts';

/** The last 24 hours with a caption. Their summary is next to the row's button. */
export function RowStrip({ printer: { id, name } }: { printer: PrinterView }) {
  const uptimeRatio = dayOf(id).value?.uptimeRatio ?? null;
  const { day } = messages.value.rows;
  return (
    <span class="row-strip">
      <DayStrip printer={id} name={name} inRow />
      <span class="row-strip-caption" aria-hidden="true">
        {day}
        {uptimeRatio === null ? null : <span class="row-strip-ratio">: {formatPercent(uptimeRatio)}</span>}
      </span>
    </span>
  );
}
