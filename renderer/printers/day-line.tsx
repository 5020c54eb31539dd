import type { PrinterView } from '../../src/contract/printer-view.ts';
import { DayStrip, DayWords } from '../history/day-strip.tsx';
import { open } from '../state/screen.ts';
import { words } from '../words.ts';

/** The last 24 hours, and a button that opens the printer's details. */
export function DayLine({ printer: { id, name } }: { printer: PrinterView }) {
  const { history, rows } = words.value;
  return (
    <div class="day-line">
      <DayStrip printer={id} name={name} inRow={false} />
      <DayWords printer={id} />
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
