import type { PrinterView } from '../../src/contract/printer-view.ts';
import { DayTimeline } from '../history/day-timeline.tsx';
import { formatPercent } from '../history/history-text.ts';
import { messages } from '../messages.ts';
import { dayOf } from '../state/days.ts';

/** The last 24 hours with a caption. Their summary is next to the row's button. */
export function RowTimeline({ printer: { id, name } }: { printer: PrinterView }) {
  const uptimeRatio = dayOf(id).value?.uptimeRatio ?? null;
  const { day } = messages.value.rows;
  return (
    <span class="row-timeline">
      <DayTimeline printer={id} name={name} inRow />
      <span class="row-timeline-caption" aria-hidden="true">
        {day}
        {uptimeRatio === null ? null : <span class="row-timeline-ratio">: {formatPercent(uptimeRatio)}</span>}
      </span>
    </span>
  );
}
