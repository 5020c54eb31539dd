import type { HistoryRange } from '../../src/domain/history-view.ts';
import { messages } from '../messages.ts';

const ranges: readonly HistoryRange[] = ['day', 'week', 'month'];

/** The choice of the time range. */
export function RangeChoice({ range, onRange }: { range: HistoryRange; onRange: (range: HistoryRange) => void }) {
  const texts = messages.value.history;
  return (
    <fieldset class="segments-field">
      <legend class="visually-hidden">{texts.range}</legend>
      <div class="segments">
        {ranges.map((value) => (
          <label key={value} class="segment">
            <input type="radio" name="range" value={value} checked={range === value} onChange={() => onRange(value)} />
            <span>{texts.ranges[value]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
