import type { PrinterId } from '../../src/domain/printer.ts';
import { DayStrip } from '../history/day-strip.tsx';
import { percentWords } from '../history/history-words.ts';
import { dayOf } from '../state/days.ts';
import { words } from '../words.ts';

/** The last 24 hours with a caption that says so. Its words for those who do not see it stand beside the row's button. */
export function RowStrip({ printer }: { printer: PrinterId }) {
  const uptimeRatio = dayOf(printer).value?.uptimeRatio ?? null;
  const { day } = words.value.rows;
  return (
    <span class="row-strip" aria-hidden="true">
      <DayStrip printer={printer} />
      <span class="row-strip-caption">
        {day}
        {uptimeRatio === null ? null : <span class="row-strip-uptimeRatio">: {percentWords(uptimeRatio)}</span>}
      </span>
    </span>
  );
}
