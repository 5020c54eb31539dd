import type { PastRange } from '../../src/domain/history-view.ts';
import { words } from '../words.ts';

const ranges: readonly PastRange[] = ['day', 'week', 'month'];

/** How far back is looked. */
export function RangeChoice({ range, onRange }: { range: PastRange; onRange: (range: PastRange) => void }) {
  const said = words.value.past;
  return (
    <fieldset class="segments-field">
      <legend class="visually-hidden">{said.range}</legend>
      <div class="segments">
        {ranges.map((value) => (
          <label key={value} class="segment">
            <input type="radio" name="range" value={value} checked={range === value} onChange={() => onRange(value)} />
            <span>{said.ranges[value]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
