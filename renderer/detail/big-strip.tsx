import type { HistoryRange, PeriodView } from '../../src/domain/history-view.ts';
import { figuresText, segmentText } from '../history/history-text.ts';
import { Strip } from '../history/strip.tsx';
import { StripMarker } from '../history/strip-marker.tsx';
import { useStripReading } from '../history/strip-reading.ts';
import { messages } from '../messages.ts';
import { TimeAxis } from './time-axis.tsx';

/** The timeline on which every segment can be read exactly: with the mouse or the arrow keys. */
export function BigStrip({ period, range }: { period: PeriodView; range: HistoryRange }) {
  const { from, to, segments } = period;
  const texts = messages.value.history;
  const { index, segment, follow, step } = useStripReading(period, false);
  if (segment === undefined) return null;
  const sentence = segmentText(segment, to);
  return (
    <div class="big-strip">
      <div
        class="big-strip-field"
        role="slider"
        tabIndex={0}
        aria-label={`${texts.spans}, ${texts.summary(texts.lastOf[range], figuresText(period))}`}
        aria-valuemin={0}
        aria-valuemax={segments.length - 1}
        aria-valuenow={index}
        aria-valuetext={sentence}
        onPointerMove={follow}
        onPointerDown={follow}
        onKeyDown={(event) => {
          if (step(event)) event.preventDefault();
        }}
      >
        <Strip period={period} />
        <StripMarker period={period} segment={segment} />
      </div>
      <TimeAxis range={range} from={from} to={to} />
      <p class="big-strip-words" aria-hidden="true">
        {sentence}
      </p>
    </div>
  );
}
