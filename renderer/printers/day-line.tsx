import type { PrinterView } from '../../src/contract/contract.ts';
import { DayStrip, DayWords } from '../past/day-strip.tsx';
import { open } from '../state/screen.ts';
import { words } from '../words.ts';

/** The last 24 hours, and the way to everything about the printer. */
export function DayLine({ printer: { id } }: { printer: PrinterView }) {
  return (
    <div class="day-line">
      <DayStrip printer={id} />
      <DayWords printer={id} />
      <button type="button" class="link-button" onClick={() => open({ name: 'detail', printer: id })}>
        {words.value.past.details}
      </button>
    </div>
  );
}
