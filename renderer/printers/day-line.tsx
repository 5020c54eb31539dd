import type { PrinterView } from '../../src/contract/printer-view.ts';
import { DaySummary, DayTimeline } from '../history/day-timeline.tsx';
import { messages } from '../messages.ts';
import { open } from '../state/screen.ts';

/** The last 24 hours, and a button that opens the printer's details. */
export function DayLine({ printer: { id, name } }: { printer: PrinterView }) {
  const { history, rows } = messages.value;
  return (
    <div class="day-line">
      <DayTimeline printer={id} name={name} inRow={false} />
      <DaySummary printer={id} />
      <button
        type="button"
        class="link-button"
        aria-label={rows.named(history.details, name)}
        onClick={() => open({ name: 'detail', printer: id })}
      >
        {history.details}
      </button>
    </div>
  );
}
